import type { Collected } from './collect.ts'
import type { Crossing } from './link.ts'
import type { ManifestExport } from '../model/manifest.ts'
import type { Stack } from './stack.ts'
import type { Template, TemplateOutput } from '../model/template.ts'
import { groupBy } from './group-by.ts'
import { exportName, isList, listDelimiter } from './link.ts'

/** What was built before, to keep exports that a deployed stack may still import. */
export interface PreviousBuild {
  readonly exports: { readonly [exportName: string]: ManifestExport }
  readonly template: Template
}

/** The outputs that other stacks read, and what the manifest says about those that are exported. */
export interface CrossOutputs {
  readonly outputs: { readonly [id: string]: TemplateOutput }
  readonly exports: { readonly [exportName: string]: ManifestExport }
}

/** The outputs that a stack must have because others read them, or did in the last build. `elements` are the stack's own. */
export function crossOutputs(
  producer: Stack,
  crossings: readonly Crossing[],
  elements: readonly Collected[],
  previous: PreviousBuild | undefined,
): CrossOutputs {
  const outputs: Record<string, TemplateOutput> = {}
  const exports: Record<string, ManifestExport> = {}
  for (const [outputId, reads] of groupBy(crossings, (one) => one.outputId)) {
    const strong = reads.filter((one) => !one.weak)
    const name = exportName(producer, outputId)
    outputs[outputId] = outputFor(reads[0] as Crossing, strong.length > 0 ? name : undefined)
    if (strong.length > 0)
      exports[name] = { output: outputId, importedBy: [...new Set(strong.map((one) => one.consumer.name))] }
  }
  const kept = keptOutputs(previous, exports, outputs, elements)
  return { outputs: { ...outputs, ...kept.outputs }, exports: { ...exports, ...kept.exports } }
}

function outputFor({ collected, attribute }: Crossing, name: string | undefined): TemplateOutput {
  const value = attribute === undefined ? { Ref: collected.id } : { 'Fn::GetAtt': [collected.id, attribute] }
  return {
    ...conditionOf(collected),
    Value: isList(collected, attribute) ? { 'Fn::Join': [listDelimiter, value] } : value,
    ...(name !== undefined && { Export: { Name: name } }),
  }
}

function conditionOf(collected: Collected | undefined): { readonly Condition?: string } {
  const { Condition } = (collected?.element ?? {}) as { Condition?: string | { id: string } }
  const name = typeof Condition === 'object' ? Condition.id : Condition
  return name === undefined ? {} : { Condition: name }
}

/**
 * Exports of the last build that nothing reads any more. A deployed stack may still import them, and CloudFormation refuses to
 * remove an export in use, so each stays as long as what it gives is still there.
 */
function keptOutputs(
  previous: PreviousBuild | undefined,
  exports: CrossOutputs['exports'],
  outputs: CrossOutputs['outputs'],
  elements: readonly Collected[],
): CrossOutputs {
  const named = new Map(
    elements
      .filter((one) => one.section === 'Resources' || one.section === 'Parameters')
      .map((one) => [one.id, one]),
  )
  const kept = Object.entries(previous?.exports ?? {}).flatMap(([name, { output }]) => {
    const was = previous?.template.Outputs?.[output]
    const ids = namedIds(was?.Value)
    if (name in exports || was === undefined || !ids.every((id) => named.has(id))) return []
    const { Condition, ...rest } = was
    const still = outputs[output] ?? { ...conditionOf(named.get(ids[0] ?? '')), ...rest }
    return [{ name, output, still: { ...still, Export: { Name: name } } }]
  })
  return {
    outputs: Object.fromEntries(kept.map((one) => [one.output, one.still])),
    exports: Object.fromEntries(kept.map((one) => [one.name, { output: one.output, importedBy: [] }])),
  }
}

/** Logical ids that an output's value names. */
function namedIds(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const { Ref: ref, 'Fn::GetAtt': att } = value as { Ref?: string; 'Fn::GetAtt'?: readonly string[] }
  if (ref !== undefined) return [ref]
  if (att !== undefined) return att.slice(0, 1)
  return Object.values(value).flatMap(namedIds)
}
