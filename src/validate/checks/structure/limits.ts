import type { Check, Problem, Rule } from '../../check.ts'
import { grouped } from '../../grouped.ts'
import { isObject } from '../../json.ts'
import type { TemplateView } from '../../template-view.ts'

const source = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html'

/** How much of a limit is used before it is worth a word. */
const near = 0.9

const counted = [
  { section: 'Parameters', most: 200, over: 'E2010', close: 'I2010', long: 'E2011', longish: 'I2011' },
  { section: 'Resources', most: 500, over: 'E3010', close: 'I3010', long: 'E3011', longish: 'I3012' },
  { section: 'Outputs', most: 200, over: 'E6010', close: 'I6010', long: 'E6011', longish: 'I6011' },
  { section: 'Mappings', most: 200, over: 'E7010', close: 'I7010', long: 'E7002', longish: 'I7002' },
] as const

const longestName = 255
const largest = 1_048_576
const sentDirectly = 51_200

function ruleOf(code: string, title: string, help: string): Rule {
  return { code, level: code.startsWith('I') ? 'info' : 'error', title, help, source }
}

const split =
  'CloudFormation refuses more than its limit. Move a part of the template to a stack of its own, or to a nested stack.'
const soon = 'The limit is near: the next additions may not fit. Plan which part becomes a stack of its own.'

export const limits: Check = {
  rules: [
    ruleOf('E1002', 'The template is not larger than 1,048,576 bytes', split),
    ruleOf(
      'I1002',
      'The template is small enough to be sent without a bucket',
      'Above 51,200 bytes a template has to lie in a bucket when it is deployed, and near 1,048,576 bytes it will soon be refused.',
    ),
    ruleOf(
      'E1003',
      'The description of the template is not longer than 1,024 bytes',
      'CloudFormation refuses longer descriptions. Shorten it, or move it to Metadata.',
    ),
    ruleOf('I1003', 'The description of the template is well below 1,024 bytes', soon),
    {
      ...ruleOf(
        'E1004',
        'The description of the template is a string',
        'Functions are not evaluated there. Write it out.',
      ),
    },
    ...counted.flatMap(({ section, most, over, close, long, longish }) => [
      ruleOf(over, `There are at most ${most} ${section.toLowerCase()}`, split),
      ruleOf(close, `There are well below ${most} ${section.toLowerCase()}`, soon),
      ruleOf(
        long,
        `Names in ${section} have at most ${longestName} characters`,
        'CloudFormation refuses longer names. Shorten it.',
      ),
      ruleOf(
        longish,
        `Names in ${section} are well below ${longestName} characters`,
        'The name is close to the longest that CloudFormation takes.',
      ),
    ]),
  ],
  run(template, report) {
    judgeSize(template, report)
    judgeDescription(template, report)
    for (const limit of counted) {
      const value = template.root[limit.section]
      const names = isObject(value) ? Object.keys(value) : []
      judgeCount(limit, names.length, report)
      for (const name of names) judgeName(limit, name, report)
    }
  },
}

type Limit = (typeof counted)[number]

function judgeCount(
  { section, most, over, close }: Limit,
  count: number,
  report: (problem: Problem) => void,
): void {
  const what = section.toLowerCase()
  if (count > most)
    report({
      code: over,
      path: [section],
      message: `There are ${count} ${what}, at most ${most} are allowed`,
    })
  else if (count > most * near)
    report({
      code: close,
      path: [section],
      message: `There are ${count} ${what}, of ${most} that are allowed`,
    })
}

function judgeName(
  { section, long, longish }: Limit,
  name: string,
  report: (problem: Problem) => void,
): void {
  const message = `The name has ${name.length} characters, at most ${longestName} are allowed`
  if (name.length > longestName) report({ code: long, path: [section, name], message })
  else if (name.length > longestName * near) report({ code: longish, path: [section, name], message })
}

function judgeSize({ bytes }: TemplateView, report: (problem: Problem) => void): void {
  const message = `The template has at least ${grouped(bytes)} bytes`
  if (bytes > largest)
    report({
      code: 'E1002',
      path: [],
      message: `${message}, at most ${grouped(largest)} are allowed`,
    })
  else if (bytes > largest * near)
    report({
      code: 'I1002',
      path: [],
      message: `${message}, of ${grouped(largest)} that are allowed`,
    })
  else if (bytes > sentDirectly)
    report({
      code: 'I1002',
      path: [],
      message: `${message}; above ${grouped(sentDirectly)} it has to be uploaded to a bucket`,
    })
}

function judgeDescription({ root }: TemplateView, report: (problem: Problem) => void): void {
  if (!Object.hasOwn(root, 'Description')) return
  const text = root['Description']
  const path = ['Description']
  if (typeof text === 'object' || text === undefined) {
    report({ code: 'E1004', path, message: 'The description is no string' })
    return
  }
  const length = new TextEncoder().encode(String(text)).length
  const message = `The description has ${length} bytes, at most 1024 are allowed`
  if (length > 1024) report({ code: 'E1003', path, message })
  else if (length > 1024 * near) report({ code: 'I1003', path, message })
}
