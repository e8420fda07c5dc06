import { isObject } from '../../../../validate/json.ts'
import type { JsonObject } from '../../../world.ts'
import type { ResolveEnv } from '../../resolve-env.ts'
import { sectionOf } from '../../structure/section-of.ts'
import { transformError } from '../transform-error.ts'
import { expandApi } from './api.ts'
import { expandApplication } from './application.ts'
import { expandFunction } from './function.ts'
import { withGlobals } from './globals.ts'
import { expandHttpApi } from './http-api.ts'
import { expandLayerVersion } from './layer-version.ts'
import { renameReferences } from './rename-references.ts'
import { expandSimpleTable } from './simple-table.ts'
import { expandStateMachine } from './state-machine.ts'
import type { Serverless, Work } from './work.ts'

type Expand = (one: Serverless, work: Work) => void

/** In the order in which they are expanded: APIs are last, when the routes of the others' events are known. */
const expansions: { readonly [kind: string]: Expand } = {
  Function: expandFunction,
  StateMachine: expandStateMachine,
  SimpleTable: expandSimpleTable,
  LayerVersion: expandLayerVersion,
  Application: expandApplication,
  Api: expandApi,
  HttpApi: expandHttpApi,
}

const prefix = 'AWS::Serverless::'
const implicit = { ServerlessRestApi: 'Api', ServerlessHttpApi: 'HttpApi' } as const

/**
 * A template with its serverless resources expanded into those that they stand for, as the serverless application model does.
 * Connectors, GraphQL APIs and some events are not known here; the sandbox says so.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function expandServerless({ Globals: globals, ...template }: JsonObject, env: ResolveEnv): JsonObject {
  const written = Object.entries(sectionOf(template, 'Resources'))
  const read = (id: string, one: unknown, kind: string): Serverless =>
    serverless(id, one as JsonObject, isObject(globals) ? globals[kind] : undefined, env)
  const stages = new Map([['ServerlessRestApi', 'Prod']])
  for (const [id, one] of written) {
    const name = kindOf(one) === 'Api' ? read(id, one, 'Api').properties['StageName'] : undefined
    if (typeof name === 'string') stages.set(id, name.replace(/[^A-Za-z0-9]/g, ''))
  }
  const work: Work = {
    partition: env.place.partition,
    resources: {},
    renamed: new Map(),
    routes: new Map(),
    stages,
    problems: [],
  }
  for (const [id, one] of written) if (kindOf(one) === undefined) work.resources[id] = one as JsonObject
  for (const [kind, expand] of Object.entries(expansions)) {
    for (const [id, one] of written) if (kindOf(one) === kind) expand(read(id, one, kind), work)
    addImplicit(kind, expand, isObject(globals) ? globals[kind] : undefined, work)
  }
  for (const [id, one] of written)
    if (!Object.hasOwn(expansions, kindOf(one) ?? 'Function'))
      work.problems.push({ id, text: `The sandbox does not expand ${prefix}${kindOf(one)}.` })
  refuse(work)
  return renameReferences({ ...template, Resources: work.resources }, work.renamed) as JsonObject
}

/** The API of events that name none. */
function addImplicit(kind: string, expand: Expand, globals: unknown, work: Work): void {
  for (const [id, implied] of Object.entries(implicit)) {
    if (implied !== kind || !work.routes.has(id) || id in work.resources) continue
    const stage = kind === 'Api' ? { StageName: 'Prod' } : {}
    expand({ id, properties: withGlobals(stage, globals), attributes: {} }, work)
  }
}

function kindOf(resource: unknown): string | undefined {
  const type = isObject(resource) ? resource['Type'] : undefined
  return typeof type === 'string' && type.startsWith(prefix) ? type.slice(prefix.length) : undefined
}

function serverless(id: string, resource: JsonObject, globals: unknown, env: ResolveEnv): Serverless {
  const { Type: _, Properties: written, ...attributes } = resource
  const properties = withGlobals(isObject(written) ? written : {}, globals)
  return { id, properties: { ...properties, ...decisive(properties, env) }, attributes }
}

/** The properties by which ids are made, with the values of parameters that they refer to. */
function decisive(properties: JsonObject, { scope }: ResolveEnv): JsonObject {
  return Object.fromEntries(
    ['AutoPublishAlias', 'PackageType', 'StageName'].flatMap((name) => {
      const value = properties[name]
      const parameter = isObject(value) ? String(value['Ref']) : ''
      return Object.hasOwn(scope.parameters, parameter) ? [[name, scope.parameters[parameter]]] : []
    }),
  )
}

function refuse({ problems }: Work): void {
  if (problems.length === 0) return
  const texts = problems.map(({ id, text }) => `Resource with id [${id}] is invalid. ${text}`)
  throw transformError(
    'AWS::Serverless-2016-10-31',
    `Invalid Serverless Application Specification document. Number of errors found: ${problems.length}. ${texts.join(' ')}`,
  )
}
