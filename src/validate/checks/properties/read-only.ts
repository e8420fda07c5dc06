import type { Check } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { isObject, onlyKey } from '../../json.ts'
import { schemaType } from '../../properties/judged-resources.ts'

/** Properties that a resource returns, and that nobody can set. */
export const readOnly: Check = {
  rules: [
    {
      code: 'E3040',
      level: 'error',
      title: 'Properties that a resource returns are not set',
      help: 'The property is read with Fn::GetAtt. CloudFormation refuses it, or leaves it out and reports drift for ever after. Remove it.',
      source:
        'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html#schema-properties-readonlyproperties',
    },
  ],
  run(template, report) {
    for (const resource of template.resources.values()) {
      // What the transform makes of them returns it; they themselves may set it.
      if (resource.type.startsWith('AWS::Serverless::')) continue
      const {
        readOnly = [],
        writeOnly = [],
        createOnly = [],
      } = template.types.facts(schemaType(resource, template))
      for (const path of readOnly) {
        if (writeOnly.includes(path) || createOnly.includes(path)) continue
        const steps = path.split('/')
        for (const found of placesOf(resource.json['Properties'], steps, [
          'Resources',
          resource.id,
          'Properties',
        ]))
          report({
            path: found,
            message: `"${steps.at(-1)}" cannot be set, only read: it is what the resource returns`,
          })
      }
    }
  },
}

/** Where in a value the steps lead, `*` to all items, through the branches of `Fn::If`. */
function placesOf(value: unknown, [step, ...rest]: readonly string[], path: Path): readonly Path[] {
  if (step === undefined) return isNoValue(value) ? [] : [path]
  if (onlyKey(value) === 'Fn::If') {
    const branches: unknown = (value as { readonly [key: string]: unknown })['Fn::If']
    if (!Array.isArray(branches)) return []
    return [1, 2].flatMap((index) => placesOf(branches[index], [step, ...rest], [...path, 'Fn::If', index]))
  }
  if (Array.isArray(value))
    return step === '*' ? value.flatMap((item, index) => placesOf(item, rest, [...path, index])) : []
  return isObject(value) && Object.hasOwn(value, step) ? placesOf(value[step], rest, [...path, step]) : []
}

function isNoValue(value: unknown): boolean {
  return onlyKey(value) === 'Ref' && (value as { readonly Ref: unknown }).Ref === 'AWS::NoValue'
}
