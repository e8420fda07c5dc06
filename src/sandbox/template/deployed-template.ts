import { isObject } from '../../validate/json.ts'
import type { Desired, JsonObject, Place, World } from '../world.ts'
import { attributeProblem } from './attribute-problem.ts'
import { cache, type Cache } from './cache.ts'
import { decideConditions } from './conditions/decide-conditions.ts'
import type { ReferringResource } from './dynamic-references/judge-dynamic-references.ts'
import { judgeValues } from './judge-values.ts'
import { declaredParameters, valueAs } from './parameters/declared-parameter.ts'
import { processOutputs } from './process-outputs.ts'
import { processResources } from './process-resources.ts'
import type { ProcessedTemplate } from './processed-template.ts'
import { readTemplate } from './read-template.ts'
import type { ResolveEnv, StackIdentity, TemplateScope } from './resolve-env.ts'
import { judgeTemplate } from './structure/judge-template.ts'
import { applyTransforms } from './transforms/apply-transforms.ts'
import { isTransformed, namesInclude, transformsOf } from './transforms/transforms-of.ts'

/** What of a stack decides what its template yields. */
export type Wanted = Pick<Desired, 'body' | 'parameters' | 'references' | 'topics'>

/** A template, and what is still to be looked up for it. */
export interface Kept {
  readonly template: ProcessedTemplate
  /** The resources with dynamic references, which hang on what the stores hold. */
  readonly referring: readonly ReferringResource[]
}

const templates = cache<Cache<Kept>>(100)

/** What a stack was asked to be when it was deployed: what its rules and dynamic references would say by now does not matter. */
export function deployedTemplate(
  desired: Wanted,
  place: Place,
  stack: StackIdentity,
  world: World,
): ProcessedTemplate {
  return keptTemplate(desired, { place, stack, world }).template
}

/** Where a template is deployed. */
export type Where = Pick<ResolveEnv, 'place' | 'stack' | 'world'>

/** A template as far as it and its parameters say; worked out once. */
export function keptTemplate(desired: Wanted, where: Where): Kept {
  const { place, stack } = where
  const template = readTemplate(desired.body)
  const work = (): Kept => processed(template, desired, where)
  // What is included may change while the template stays the same.
  if (namesInclude(template)) return work()
  const identity = [
    desired.body.includes('AWS::StackId') ? stack.id : '',
    desired.body.includes('AWS::StackName') ? stack.name : '',
  ]
  const key = JSON.stringify([place, identity, desired.parameters, desired.topics, desired.references])
  return templates(desired.body, () => cache(10))(key, work)
}

function processed(template: JsonObject, desired: Wanted, where: Where): Kept {
  const { parameters } = desired
  const scope = scopeOf(template, desired)
  const env = bareEnv(desired, scope, where)
  const root = transformed(template, env)
  const conditions = decideConditions(isObject(root['Conditions']) ? root['Conditions'] : {}, env)
  const decided: ResolveEnv = { ...env, scope: { ...scope, conditions } }
  const resources = processResources(root, decided)
  const byId = new Map(resources.map((one) => [one.logicalId, one]))
  const outputs = processOutputs(root, decided, byId)
  const worked = judgeValues(resources, outputs, decided)
  const description = root['Description']
  return {
    template: {
      root,
      description: typeof description === 'string' ? description : undefined,
      scope: decided.scope,
      noEcho: new Set(parameters.filter(({ noEcho }) => noEcho).map(({ key }) => key)),
      resources,
      resource: (logicalId) => byId.get(logicalId),
      outputs,
      problem: attributeProblem(resources, outputs),
    },
    referring: worked.filter(({ properties }) => JSON.stringify(properties).includes('{{resolve:')),
  }
}

/** What functions go by before there is any resource. */
export function bareEnv({ topics }: Wanted, scope: TemplateScope, where: Where): ResolveEnv {
  return { ...where, topics, scope, resource: () => undefined, import: () => undefined }
}

function transformed(template: JsonObject, env: ResolveEnv): JsonObject {
  if (!isTransformed(template)) return template
  const root = applyTransforms(template, env)
  judgeTemplate(root, transformsOf(template).includes('AWS::LanguageExtensions'))
  return root
}

function scopeOf(root: JsonObject, { parameters, references }: Wanted): TemplateScope {
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
    ...(references && { references }),
  }
}
