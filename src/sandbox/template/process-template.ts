import type { Desired, JsonObject, Place, World } from '../world.ts'
import { cache, type Cache } from './cache.ts'
import { decideConditions } from './conditions/decide-conditions.ts'
import { isObject } from '../../validate/json.ts'
import { declaredParameters, valueAs } from './parameters/declared-parameter.ts'
import { attributeProblem } from './attribute-problem.ts'
import { judgeValues } from './judge-values.ts'
import { parameterProblem } from './parameters/parameter-problem.ts'
import { processOutputs } from './process-outputs.ts'
import { processResources } from './process-resources.ts'
import type { ProcessedTemplate } from './processed-template.ts'
import { readTemplate } from './read-template.ts'
import type { ResolveEnv, StackIdentity, TemplateScope } from './resolve-env.ts'
import { judgeRules } from './rules/judge-rules.ts'
import { judgeTemplate } from './structure/judge-template.ts'
import { applyTransforms } from './transforms/apply-transforms.ts'
import { isTransformed, namesInclude, transformsOf } from './transforms/transforms-of.ts'

const templates = cache<Cache<ProcessedTemplate>>(100)

/**
 * What a stack is asked to be, as far as its template and parameters say: transforms done, conditions decided, rules kept, and the
 * resources and outputs that exist. Throws what CloudFormation says of a template that cannot be deployed with these values. The same question
 * yields the same object.
 */
export function processTemplate(
  desired: Pick<Desired, 'body' | 'parameters' | 'topics'>,
  place: Place,
  stack: StackIdentity,
  world: World,
): ProcessedTemplate {
  const template = readTemplate(desired.body)
  const work = (): ProcessedTemplate => processed(template, desired, { place, stack, world })
  // What is included may change while the template stays the same.
  if (namesInclude(template)) return work()
  const identity = [
    desired.body.includes('AWS::StackId') ? stack.id : '',
    desired.body.includes('AWS::StackName') ? stack.name : '',
  ]
  const key = JSON.stringify([place, identity, desired.parameters, desired.topics])
  return templates(desired.body, () => cache(10))(key, work)
}

function processed(
  template: JsonObject,
  { parameters, topics }: Pick<Desired, 'parameters' | 'topics'>,
  where: Pick<ResolveEnv, 'place' | 'stack' | 'world'>,
): ProcessedTemplate {
  const scope = scopeOf(template, parameters)
  const env: ResolveEnv = { ...where, topics, scope, resource: () => undefined, import: () => undefined }
  const root = transformed(template, env)
  judgeRules(root, env)
  const conditions = decideConditions(isObject(root['Conditions']) ? root['Conditions'] : {}, env)
  const decided: ResolveEnv = { ...env, scope: { ...scope, conditions } }
  const resources = processResources(root, decided)
  const byId = new Map(resources.map((one) => [one.logicalId, one]))
  const outputs = processOutputs(root, decided, byId)
  const unfound = judgeValues(resources, outputs, decided)
  const description = root['Description']
  return {
    root,
    description: typeof description === 'string' ? description : undefined,
    scope: decided.scope,
    noEcho: new Set(parameters.filter(({ noEcho }) => noEcho).map(({ key }) => key)),
    resources,
    resource: (logicalId) => byId.get(logicalId),
    outputs,
    problem: parameterProblem(root, parameters, where) ?? unfound ?? attributeProblem(resources, outputs),
  }
}

function transformed(template: JsonObject, env: ResolveEnv): JsonObject {
  if (!isTransformed(template)) return template
  const root = applyTransforms(template, env)
  judgeTemplate(root, transformsOf(template).includes('AWS::LanguageExtensions'))
  return root
}

function scopeOf(root: JsonObject, parameters: Desired['parameters']): TemplateScope {
  const types = new Map(declaredParameters(root).map(({ key, type }) => [key, type]))
  return {
    parameters: Object.fromEntries(
      parameters.map(({ key, value, resolved }) => [
        key,
        valueAs(types.get(key) ?? 'String', resolved ?? value),
      ]),
    ),
    mappings: isObject(root['Mappings']) ? root['Mappings'] : {},
    conditions: {},
  }
}
