import type { Check } from '../../check.ts'
import { pseudoParameters } from '../../pseudo-parameters.ts'
import { telling } from '../../texts.ts'

export const rawPseudoParameters: Check = {
  rules: [
    {
      code: 'W1054',
      level: 'warning',
      title: 'Pseudo parameters stand in Ref',
      help: '"AWS::Region" by itself is that text, not the region. Write { "Ref": "AWS::Region" }, or ${AWS::Region} in Fn::Sub.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html',
    },
  ],
  run(template, report) {
    for (const { value: text, path } of telling(template).texts) {
      if (!text.startsWith('AWS::') || !pseudoParameters.has(text) || path.at(-1) === 'Ref') continue
      if (path[0] !== 'Outputs' && !(path[0] === 'Resources' && path[2] === 'Properties')) continue
      report({ path, message: `"${text}" is a text here`, hint: `Write { "Ref": "${text}" }` })
    }
  },
}
