import type { Check } from '../../check.ts'
import { explain } from '../../properties/explain.ts'
import { judge } from '../../properties/judge.ts'
import { schemaType } from '../../properties/judged-resources.ts'
import { judgeBySchema, otherSchema } from '../../schemas/extension-schemas.ts'
import { prepare } from '../../schemas/prepare.ts'

/** What AWS takes as tags, whatever the resource. */
export const tagging: Check = {
  rules: [
    {
      code: 'E3024',
      level: 'error',
      title: 'Tags have distinct keys that AWS takes',
      help: 'A key stands once, has 1 to 128 characters and does not start with "aws:", which is reserved. Values have at most 256 characters.',
      source: 'https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html',
    },
  ],
  run(template, report) {
    for (const resource of template.resources.values()) {
      const { Properties: properties, Condition: condition } = resource.json
      if (template.types.facts(schemaType(resource, template)).taggable !== true) continue
      const schema = otherSchema('resources/tagging')
      const validator = (value: unknown) => judgeBySchema(schema, value)
      for (const { fault, path, value } of judge(properties ?? {}, validator, template.scenarios, condition)
        .faults) {
        const problem = explain(
          fault,
          ['Resources', resource.id, 'Properties', ...path],
          value,
          prepare(schema),
        )
        report({ ...problem, code: 'E3024' })
      }
    }
  },
}
