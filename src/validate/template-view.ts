import { createScenarios, type Scenarios } from './conditions/scenarios.ts'
import type { TypeCatalog } from './schemas/type-catalog.ts'
import { collectUses, type IntrinsicUse } from './intrinsic-uses.ts'
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
  /** What was given; anything may be in it. */
  readonly root: JsonObject
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
  /** Its size as it is sent. */
  readonly bytes: number
  /** Where it is meant to be deployed; at least one. */
  readonly regions: readonly string[]
  /** The template as it was before, when known. */
  readonly previous: JsonObject | undefined
}

interface Given {
  readonly regions?: readonly string[]
  readonly previous?: unknown
  readonly bytes?: number
}

export function viewOf(root: JsonObject, types: TypeCatalog, given: Given = {}): TemplateView {
  const { regions = [], previous } = given
  const resources = new Map<string, ResourceView>()
  for (const [id, json] of Object.entries(section(root, 'Resources'))) {
    if (isObject(json))
      resources.set(id, { id, json, type: typeof json['Type'] === 'string' ? json['Type'] : '' })
  }
  const transforms = [root['Transform']].flat().filter((name) => typeof name === 'string')
  const conditions = section(root, 'Conditions')
  const parameters = section(root, 'Parameters')
  return {
    root,
    parameters,
    mappings: section(root, 'Mappings'),
    conditions,
    outputs: section(root, 'Outputs'),
    resources,
    uses: collectUses(root),
    types,
    scenarios: createScenarios(conditions, parameters),
    transforms,
    macros: transforms.some((name) => !own.has(name)),
    serverless: transforms.some((name) => name.startsWith('AWS::Serverless')),
    open: isOpen(root, transforms),
    bytes: given.bytes ?? sizeOf(root),
    regions: regions.length > 0 ? regions : ['us-east-1'],
    previous: isObject(previous) ? previous : undefined,
  }
}

/** As this project prints it, and most people write it. */
function sizeOf(root: JsonObject): number {
  return Buffer.byteLength(JSON.stringify(root, null, 2))
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
