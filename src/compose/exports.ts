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

/** The outputs that a stack must have because others read them, or did in the last build. */
export function crossOutputs(
  producer: Stack,
  crossings: readonly Crossing[],
  ids: ReadonlySet<string>,
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
  const kept = keptOutputs(previous, exports, outputs, ids)
  return { outputs: { ...outputs, ...kept.outputs }, exports: { ...exports, ...kept.exports } }
}

function outputFor({ collected, attribute }: Crossing, name: string | undefined): TemplateOutput {
  const value = attribute === undefined ? { Ref: collected.id } : { 'Fn::GetAtt': [collected.id, attribute] }
  const condition = conditionOf(collected)
  return {
    ...(condition !== undefined && { Condition: condition }),
    Value: isList(collected, attribute) ? { 'Fn::Join': [listDelimiter, value] } : value,
    ...(name !== undefined && { Export: { Name: name } }),
  }
}

function conditionOf(collected: Collected): string | undefined {
  const { Condition } = collected.element as { Condition?: string | { id: string } }
  return typeof Condition === 'object' ? Condition.id : Condition
}

/**
 * Exports of the last build that nothing reads any more. A deployed stack may still import them, and CloudFormation refuses to
 * remove an export in use, so each stays as long as what it gives is still there.
 */
function keptOutputs(
  previous: PreviousBuild | undefined,
  exports: CrossOutputs['exports'],
  outputs: CrossOutputs['outputs'],
  ids: ReadonlySet<string>,
): CrossOutputs {
  const kept = Object.entries(previous?.exports ?? {}).flatMap(([name, { output }]) => {
    const was = previous?.template.Outputs?.[output]
    if (name in exports || was === undefined || !namedIds(was.Value).every((id) => ids.has(id))) return []
    return [
      {
        name,
        output,
        was: outputs[output] === undefined ? was : { ...outputs[output], Export: { Name: name } },
      },
    ]
  })
  return {
    outputs: Object.fromEntries(kept.map((one) => [one.output, one.was])),
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
