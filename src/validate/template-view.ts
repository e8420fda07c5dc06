import { expandLoops, type Expansion, type LoopNote } from './transforms/expand-loops.ts'
import { createOrigins, type Origins } from './transforms/origins.ts'
import { createEffort, type Effort } from './effort.ts'
import { untilOver, type Timer } from './timer.ts'
import { createScenarios, type Scenarios } from './conditions/scenarios.ts'
import type { TypeCatalog } from './schemas/type-catalog.ts'
import { collectUses, usesIn, type IntrinsicUse } from './intrinsic-uses.ts'
import { isObject, type JsonObject } from './json.ts'

/** A resource that is at least an object; its parts are as the template has them. */
export interface ResourceView {
  readonly id: string
  /** Empty when it is missing or no string. */
  readonly type: string
  readonly json: JsonObject
}

/** A template as the checks read it: malformed sections are empty, and each walk is done once. */
export interface TemplateView {
  /** What was given, with its loops written out; anything may be in it. */
  readonly root: JsonObject
  /** What was given, as it was given. */
  readonly written: JsonObject
  readonly parameters: JsonObject
  readonly mappings: JsonObject
  readonly conditions: JsonObject
  readonly outputs: JsonObject
  readonly resources: ReadonlyMap<string, ResourceView>
  readonly uses: readonly IntrinsicUse[]
  readonly types: TypeCatalog
  readonly scenarios: Scenarios
  /** Names of the transforms, of the whole template. */
  readonly transforms: readonly string[]
  /** Macros, which may turn the template into any other, are among them. */
  readonly macros: boolean
  /** The serverless transform is among them. */
  readonly serverless: boolean
  /** Macros or loops add names that are not written here: what is missing may still exist. */
  readonly open: boolean
  /** Its size as it is sent, at least. */
  readonly bytes: number
  /** Where it is meant to be deployed; at least one. */
  readonly regions: readonly string[]
  /** Where things stand in the template as it was written. */
  readonly origins: Origins
  /** There were loops in it. */
  readonly loops: boolean
  /** What is to be said of loops. */
  readonly loopNotes: readonly LoopNote[]
  /** The template as it was before, when known. */
  readonly previous: JsonObject | undefined
  /** A template that this one names by the file that it lies in; undefined when it cannot be read. */
  readonly templateAt: (location: string) => unknown
  /** What may still be done for it. */
  readonly effort: Effort
}

interface Given {
  readonly regions?: readonly string[]
  readonly previous?: unknown
  readonly bytes?: number | undefined
  readonly templateAt?: (location: string) => unknown
  readonly timer?: Timer
}

export function viewOf(written: JsonObject, types: TypeCatalog, given: Given = {}): TemplateView {
  const { regions = [], previous, timer } = given
  const transforms = [written['Transform']].flat().filter((name) => typeof name === 'string')
  const loops = ['Resources', 'Outputs', 'Conditions'].some((name) => hasLoop(written[name]))
  const isExpanded = loops && transforms.includes('AWS::LanguageExtensions')
  const { root, origins, notes, collections, assumed } = expanded(
    written,
    isExpanded,
    regions[0] ?? 'us-east-1',
  )
  const resources = new Map<string, ResourceView>()
  for (const [id, json] of Object.entries(section(root, 'Resources'))) {
    if (isObject(json))
      resources.set(id, { id, json, type: typeof json['Type'] === 'string' ? json['Type'] : '' })
  }
  const effort = createEffort(timer)
  const conditions = section(root, 'Conditions')
  const parameters = section(root, 'Parameters')
  return {
    root,
    written,
    parameters,
    mappings: section(root, 'Mappings'),
    conditions,
    outputs: section(root, 'Outputs'),
    resources: timer === undefined ? resources : untilOver(resources, timer),
    uses: [...collectUses(root), ...collections.flatMap(({ value, path }) => usesIn(value, path))],
    types,
    scenarios: createScenarios(conditions, parameters, effort),
    transforms,
    macros: transforms.some((name) => !own.has(name)),
    serverless: transforms.some((name) => name.startsWith('AWS::Serverless')),
    open: assumed || isOpen(root, transforms),
    bytes: given.bytes ?? sizeOf(written),
    regions: regions.length > 0 ? regions : ['us-east-1'],
    origins,
    loops,
    loopNotes: notes,
    previous: isObject(previous) ? previous : undefined,
    templateAt: given.templateAt ?? (() => undefined),
    effort,
  }
}

function expanded(root: JsonObject, loops: boolean, region: string): Expansion {
  if (loops) return expandLoops(root, region)
  return { root, origins: createOrigins(), notes: [], collections: [], assumed: false }
}

function hasLoop(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  for (const key in value)
    if (key.startsWith('Fn::ForEach') || hasLoop((value as JsonObject)[key])) return true
  return false
}

/** What is sent at least: without spaces and lines of their own. */
function sizeOf(root: JsonObject): number {
  return Buffer.byteLength(JSON.stringify(root))
}

/** Transforms that are CloudFormation's, and leave what they do not know as it is. */
const own = new Set([
  'AWS::LanguageExtensions',
  'AWS::Serverless-2016-10-31',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::CodeDeployBlueGreen',
  'AWS::ServiceCatalog',
])

function section(root: JsonObject, name: string): JsonObject {
  const value = root[name]
  return isObject(value) ? value : {}
}

function isOpen(root: JsonObject, transforms: readonly string[]): boolean {
  const named = [root['Transform']].flat()
  if (named.some((name) => name !== undefined && typeof name !== 'string')) return true
  if (transforms.some((name) => !own.has(name))) return true
  if ('Fn::Transform' in root) return true
  const sections = ['Resources', 'Conditions', 'Mappings', 'Outputs', 'Parameters'].map((name) =>
    section(root, name),
  )
  return sections.some((names) => Object.keys(names).some((key) => key.startsWith('Fn::')))
}

/** Whether a name is that of a resource in a module: the module's own logical id, and more. */
export function isOfModule(name: string, { resources }: TemplateView): boolean {
  for (const [id, { type }] of resources) if (type.endsWith('::MODULE') && name.startsWith(id)) return true
  return false
}

/** Whether a name is that of a resource with a type: without one CloudFormation cannot make it, and what refers to it has nothing to refer to. */
export function isThere(name: string, { resources }: TemplateView): boolean {
  return (resources.get(name)?.type ?? '') !== ''
}

/** Whether a name is that of a parameter with a type. */
export function isDeclared(name: string, { parameters }: TemplateView): boolean {
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  return isObject(parameter) && typeof parameter['Type'] === 'string'
}
