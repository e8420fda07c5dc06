import type { Check } from '../../check.ts'
import { eachText } from '../../each-text.ts'
import { pseudoParameters } from '../../pseudo-parameters.ts'

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
  run({ resources, outputs }, report) {
    const judge = (text: string, path: readonly (string | number)[]): void => {
      if (pseudoParameters.has(text) && path.at(-1) !== 'Ref')
        report({ path: [...path], message: `"${text}" is a text here`, hint: `Write { "Ref": "${text}" }` })
    }
    for (const { id, json } of resources.values())
      eachText(json['Properties'], ['Resources', id, 'Properties'], judge)
    eachText(outputs, ['Outputs'], judge)
  },
}
