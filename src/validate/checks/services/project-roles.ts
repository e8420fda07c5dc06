import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { textIn } from '../../wiring/literal.ts'
import { placeOf } from '../../wiring/place.ts'
import { targetOf } from '../../wiring/target.ts'

export const projectRoles: Check = {
  rules: [
    {
      code: 'E3050',
      level: 'error',
      title: 'A CodeBuild project names a role that has a path by its ARN',
      help: 'The name alone does not say the path, so the role is not found. Use Fn::GetAtt of the role\'s "Arn" in place of Ref.',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::CodeBuild::Project')) {
      for (const role of placesAt(properties, 'ServiceRole')) {
        const target = targetOf(role, template)
        if (target === undefined || target.attribute !== undefined) continue
        const paths = placesAt(placeOf(target.resource), 'Properties.Path').map(({ value }) => textIn(value))
        if (paths.every((path) => path === undefined || path === '/')) continue
        report({
          path: role.path,
          message: `The role "${target.resource.id}" has a path, so its name does not find it`,
          hint: `Use Fn::GetAtt "${target.resource.id}.Arn"`,
        })
      }
    }
  },
}
