import type { Check } from '../../check.ts'
import { subParts, subVariables } from '../../sub-variables.ts'

export const substitutions: Check = {
  rules: [
    {
      code: 'W1020',
      level: 'warning',
      title: 'Fn::Sub has something to replace',
      help: 'A text without ${…} needs no Fn::Sub. Often a dollar sign or a brace is missing.',
    },
    {
      code: 'W1019',
      level: 'warning',
      title: 'The values given to Fn::Sub are used in its text',
      help: 'A value that no ${…} names is not used: often the name in the text is misspelled.',
    },
  ],
  run({ uses, transforms }, report) {
    if (transforms.some((name) => name.startsWith('AWS::Serverless'))) return
    for (const { name, argument, path } of uses) {
      const parts = name === 'Fn::Sub' ? subParts(argument) : undefined
      if (parts === undefined) continue
      const names = subVariables(parts.text)
      // ${!Name} is how a text with ${Name} is written inside Fn::Sub.
      if (names.length === 0 && !parts.text.includes('${!'))
        report({ path, message: 'Fn::Sub has nothing to replace here' })
      for (const own of Object.keys(parts.own)) {
        if (!names.includes(own))
          report({ code: 'W1019', path: [...path, 1, own], message: `No \${${own}} is in the text` })
      }
    }
  },
}
