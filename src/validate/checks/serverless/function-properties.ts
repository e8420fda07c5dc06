import type { Check, Rule } from '../../check.ts'
import { isObject } from '../../json.ts'
import { explain } from '../../properties/explain.ts'
import { judge } from '../../properties/judge.ts'
import { lambdaProperties, withGlobals, writtenAt } from '../../serverless-function.ts'
import { propertyRules } from '../properties/property-rules.ts'

/** Serverless functions, by what the schema says of the function that the transform makes of them. */
export const functionProperties: Check = {
  rules: propertyRules as readonly [Rule, ...Rule[]],
  run(template, report) {
    const validator = template.types.validator('AWS::Lambda::Function')
    const schema = template.types.schema('AWS::Lambda::Function')
    if (!template.serverless || validator === undefined || schema === undefined) return
    for (const { id, type, json } of template.resources.values()) {
      const { Properties: properties, Condition: condition } = json
      if (type !== 'AWS::Serverless::Function' || !isObject(properties)) continue
      const made = lambdaProperties(withGlobals(properties, template))
      for (const { fault, path, value } of judge(made, validator, template.scenarios, condition).faults) {
        const written = writtenAt(path, properties)
        if (written !== undefined)
          report(explain(fault, ['Resources', id, 'Properties', ...written], value, schema))
      }
    }
  },
}
