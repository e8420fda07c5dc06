import type { Place, World } from '../world.ts'
import { bareEnv, keptTemplate, type Wanted } from './deployed-template.ts'
import { judgeDynamicReferences } from './dynamic-references/judge-dynamic-references.ts'
import { parameterProblem } from './parameters/parameter-problem.ts'
import type { ProcessedTemplate } from './processed-template.ts'
import type { StackIdentity } from './resolve-env.ts'
import { judgeRules } from './rules/judge-rules.ts'

/**
 * What a stack is asked to be, as far as its template and parameters say: transforms done, conditions decided, rules kept, and the
 * resources and outputs that exist. Throws what CloudFormation says of a template that cannot be deployed with these values. The same question
 * yields the same object.
 */
export function processTemplate(
  desired: Wanted,
  place: Place,
  stack: StackIdentity,
  world: World,
): ProcessedTemplate {
  const where = { place, stack, world }
  const { template, referring } = keptTemplate(desired, where)
  judgeRules(template.root, bareEnv(desired, template.scope, where))
  const problem =
    parameterProblem(template.root, desired.parameters, where) ??
    judgeDynamicReferences(referring, where) ??
    template.problem
  return problem === template.problem ? template : { ...template, problem }
}
