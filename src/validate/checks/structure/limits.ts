import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const counted = [
  { code: 'E2010', section: 'Parameters', most: 200 },
  { code: 'E3010', section: 'Resources', most: 500 },
  { code: 'E6010', section: 'Outputs', most: 200 },
  { code: 'E7010', section: 'Mappings', most: 200 },
] as const

export const limits: Check = {
  rules: [
    {
      code: 'E3010',
      level: 'error',
      title: 'The template stays within the numbers that CloudFormation allows',
    },
  ],
  run({ root }, report) {
    for (const { code, section, most } of counted) {
      const count = isObject(root[section]) ? Object.keys(root[section]).length : 0
      if (count > most)
        report({
          code,
          path: [section],
          message: `There are ${count} ${section.toLowerCase()}, at most ${most} are allowed`,
        })
    }
    const { Description: text } = root
    if (text !== undefined && typeof text !== 'string') {
      report({ code: 'E1004', path: ['Description'], message: 'The description is no string' })
    } else if (typeof text === 'string' && new TextEncoder().encode(text).length > 1024) {
      report({ code: 'E1003', path: ['Description'], message: 'The description is longer than 1024 bytes' })
    }
    const tooLong = Object.keys(isObject(root['Resources']) ? root['Resources'] : {}).filter(
      (id) => id.length > 255,
    )
    for (const id of tooLong)
      report({
        code: 'E3011',
        path: ['Resources', id],
        message: 'The logical id is longer than 255 characters',
      })
  },
}
