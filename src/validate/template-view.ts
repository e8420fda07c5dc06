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
  /** Macros or loops add names that are not written here: what is missing may still exist. */
  readonly open: boolean
  /** Where it is meant to be deployed; at least one. */
  readonly regions: readonly string[]
  /** The template as it was before, when known. */
  readonly previous: JsonObject | undefined
}

interface Given {
  readonly regions?: readonly string[]
  readonly previous?: unknown
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
    open: isOpen(root, transforms),
    regions: regions.length > 0 ? regions : ['us-east-1'],
    previous: isObject(previous) ? previous : undefined,
  }
}

function section(root: JsonObject, name: string): JsonObject {
  const value = root[name]
  return isObject(value) ? value : {}
}

function isOpen(root: JsonObject, transforms: readonly string[]): boolean {
  const named = [root['Transform']].flat()
  if (named.some((name) => name !== undefined && typeof name !== 'string')) return true
  if (transforms.some((name) => name !== 'AWS::LanguageExtensions')) return true
  if ('Fn::Transform' in root) return true
  const sections = ['Resources', 'Conditions', 'Mappings', 'Outputs', 'Parameters'].map((name) =>
    section(root, name),
  )
  return sections.some((names) => Object.keys(names).some((key) => key.startsWith('Fn::')))
}
