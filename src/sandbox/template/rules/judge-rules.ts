import { usesIn } from '../../../validate/intrinsic-uses.ts'
import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'
import { evaluate } from '../conditions/boolean-calls.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { sectionOf } from '../structure/section-of.ts'
import { ruleCalls, ruleFunctions } from './rule-calls.ts'

/** Throws when a value of a parameter breaks a rule of the template. */
export function judgeRules(template: JsonObject, env: ResolveEnv): void {
  for (const [name, rule] of Object.entries(sectionOf(template, 'Rules'))) {
    if (!isObject(rule) || !Array.isArray(rule['Assertions']))
      throw validationError(`Template format error: Rule ${name} must contain an Assertions list.`)
    if (rule['RuleCondition'] !== undefined && !evaluate(rule['RuleCondition'], env, ruleCalls)) continue
    for (const assertion of rule['Assertions'].filter(isObject)) {
      if (evaluate(assertion['Assert'], env, ruleCalls)) continue
      // How CloudFormation introduces the description is not known; that it gives it is.
      const description = assertion['AssertDescription'] ?? `Rule ${name} is not kept`
      throw validationError(`Template error: ${String(description)}`)
    }
  }
}

/** Throws for functions that rules cannot have. */
export function judgeRuleFunctions(template: JsonObject): void {
  const unknown = usesIn(template['Rules'], ['Rules'])
    .map(({ name }) => name)
    .filter((name) => !ruleFunctions.has(name))
  if (unknown.length > 0)
    throw validationError(
      `Template format error: Following functions are not supported in the Rules block of the template: [${[...new Set(unknown)].join(', ')}]`,
    )
}
