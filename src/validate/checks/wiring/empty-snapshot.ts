import type { Check } from '../../check.ts'
import { conditionNames } from '../../conditions/scenarios.ts'
import { isObject, onlyKey } from '../../json.ts'
import type { TemplateView } from '../../template-view.ts'
import { placeOf, read, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'

export const emptySnapshot: Check = {
  rules: [
    {
      code: 'CFS1901',
      level: 'warning',
      title: 'The snapshot of a volume is given or left out, and not empty',
      help:
        'An empty "SnapshotId" is never what the volume has, so that CloudFormation sees a change and replaces the volume by an empty ' +
        'one with every update. Leave the property out when there is no snapshot, with "Fn::If" and "AWS::NoValue".',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html',
    },
  ],
  run(template, report) {
    for (const volume of resourcesOf(template, 'AWS::EC2::Volume')) {
      for (const snapshot of read(placeOf(volume), 'Properties', 'SnapshotId')) {
        const parameter = emptyByDefault(snapshot, template)
        if (snapshot.value !== '' && parameter === undefined) continue
        const why =
          parameter === undefined ? 'is empty' : `is empty when parameter "${parameter}" keeps its default`
        report({
          path: snapshot.path,
          message: `"SnapshotId" of volume "${volume.id}" ${why}: every update replaces the volume`,
          hint: 'Leave it out in that case: { "Fn::If": [CONDITION, …, { "Ref": "AWS::NoValue" }] }',
        })
      }
    }
  },
}

/** The parameter that the snapshot is, when it is empty unless somebody gives it, and nothing rules that out at this place. */
function emptyByDefault({ value, when }: Place, template: TemplateView): string | undefined {
  const name = onlyKey(value) === 'Ref' && isObject(value) ? value['Ref'] : undefined
  const parameter = typeof name === 'string' ? template.parameters[name] : undefined
  if (typeof name !== 'string' || !isObject(parameter) || parameter['Default'] !== '') return undefined
  // A condition that asks for the parameter is there to tell whether there is a snapshot.
  return [...when.keys()].some((condition) => asksFor(name, condition, template)) ? undefined : name
}

function asksFor(parameter: string, condition: string, { conditions }: TemplateView): boolean {
  const names = new Set([condition])
  for (const name of names) {
    const formula = conditions[name]
    if (JSON.stringify(formula)?.includes(JSON.stringify({ Ref: parameter })) === true) return true
    for (const inner of conditionNames(formula)) names.add(inner)
  }
  return false
}
