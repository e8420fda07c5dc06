import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { explain } from '../../properties/explain.ts'
import { judge } from '../../properties/judge.ts'
import { schemaType } from '../../properties/judged-resources.ts'
import { judgeByOther, otherSchema } from '../../schemas/extension-schemas.ts'
import type { Fault } from '../../schemas/fault.ts'
import { prepare } from '../../schemas/prepare.ts'

const schemaName = 'resources/tagging'

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
      if (!isObject(properties) || !Object.hasOwn(properties, 'Tags')) continue
      if (template.types.facts(schemaType(resource, template)).taggable !== true) continue
      const tags = { Tags: properties['Tags'] }
      const validator = (value: unknown): readonly Fault[] => judgeByOther(schemaName, value)
      for (const { fault, path, value } of judge(tags, validator, template.scenarios, condition).faults) {
        const problem = explain(
          fault,
          ['Resources', resource.id, 'Properties', ...path],
          value,
          prepare(otherSchema(schemaName)),
        )
        report({ ...problem, code: 'E3024' })
      }
    }
  },
}
