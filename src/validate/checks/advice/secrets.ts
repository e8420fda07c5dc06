import type { Check, Problem } from '../../check.ts'
import { isObject, onlyKey } from '../../json.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { secretProperties } from '../../secret-properties.ts'
import type { TemplateView } from '../../template-view.ts'
import { passwords } from './passwords.ts'

export const secrets: Check = {
  rules: [
    {
      code: 'W2501',
      level: 'warning',
      title: 'Passwords are not written out, and parameters for them are not shown',
      help:
        'Whoever reads the template, its history or the stack reads the password. Generate it in Secrets Manager and use ' +
        '{{resolve:secretsmanager:…}}; a parameter for one sets "NoEcho".',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
    },
    {
      code: 'W1011',
      level: 'warning',
      title: 'Secrets come from Secrets Manager or Parameter Store, not from parameters',
      help: 'The value of a parameter passes through the hands and the shell of whoever deploys. {{resolve:secretsmanager:name}} is read by CloudFormation itself.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
    },
    {
      code: 'W2010',
      level: 'warning',
      title: 'Parameters with NoEcho do not go into outputs or metadata',
      help: 'NoEcho hides the parameter, not what is made of it: outputs and metadata show the value to everyone who may see the stack.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    },
  ],
  run(template, report) {
    for (const [type, paths] of Object.entries(secretProperties)) {
      for (const { value, path } of propertiesOf(template, type).flatMap((one) =>
        paths.flatMap((at) => placesAt(one, at)),
      )) {
        const name = onlyKey(value) === 'Ref' && isObject(value) ? value['Ref'] : undefined
        if (typeof name === 'string' && Object.hasOwn(template.parameters, name))
          report({
            code: 'W1011',
            path,
            message: `The secret comes from the parameter "${name}"`,
            hint: 'Use {{resolve:secretsmanager:…}}',
          })
      }
    }
    for (const problem of passwords(template)) report(problem)
    judgeShown(template, report)
  },
}

function judgeShown({ uses, parameters }: TemplateView, report: (problem: Problem) => void): void {
  for (const { name, argument, path } of uses) {
    const isShown = path[0] === 'Outputs' || (path[0] === 'Resources' && path[2] === 'Metadata')
    if (name !== 'Ref' || typeof argument !== 'string' || !isShown || !Object.hasOwn(parameters, argument))
      continue
    const parameter = parameters[argument]
    const isHidden = isObject(parameter) && /^true$/i.test(String(parameter['NoEcho']))
    if (isHidden)
      report({ code: 'W2010', path, message: `The value of "${argument}" is hidden (NoEcho) and shown here` })
  }
}
