import type { Crossing } from './link.ts'
import type { CrossOutputs } from './exports.ts'
import type { Stack } from './stack.ts'
import type { TemplateOutput } from '../model/template.ts'
import type { Written } from './template-of.ts'
import { groupBy } from './group-by.ts'
import { known, type Problem } from './problems.ts'

/** Outputs that other stacks read under an id or export name that means something else in the stack. */
export function outputClashes(
  stack: Stack,
  written: readonly Written[],
  crossings: readonly Crossing[],
  { outputs }: CrossOutputs,
): readonly Problem[] {
  const own = written.filter((one) => one.collected.section === 'Outputs')
  return [...mixedReads(stack, crossings), ...own.flatMap((one) => clashOf(stack, one, outputs))]
}

/** The id of an output is made of a logical id and an attribute, which can be read in two ways. */
function mixedReads(stack: Stack, crossings: readonly Crossing[]): readonly Problem[] {
  return [...groupBy(crossings, (one) => one.outputId)].flatMap(([id, reads]): Problem[] => {
    const [first] = reads
    const other = reads.find((one) => one.collected !== first?.collected || one.attribute !== first.attribute)
    if (first === undefined || other === undefined) return []
    return [
      {
        code: 'E_OUTPUT_ID',
        stack: stack.name,
        id,
        message: `other stacks read ${named(first)} and ${named(other)}, and both would be output "${id}"`,
        hint: 'Give one of the two resources another id',
        sources: known(first.collected.anchor.source(), other.collected.anchor.source()),
      },
    ]
  })
}

function named({ collected, attribute }: Crossing): string {
  return [collected.id, ...(attribute === undefined ? [] : [attribute])].join('.')
}

/** An output of the fragments may be the one that other stacks read, when it gives the same and leaves the export to us. */
function clashOf(
  stack: Stack,
  { collected, json }: Written,
  added: CrossOutputs['outputs'],
): readonly Problem[] {
  const own = json as TemplateOutput
  const other = added[collected.id]
  const exported = own.Export === undefined ? undefined : JSON.stringify(own.Export.Name)
  const sameName = Object.entries(added).some(
    ([id, one]) =>
      id !== collected.id && exported !== undefined && JSON.stringify(one.Export?.Name) === exported,
  )
  const sameId = other !== undefined && !isSame(own, other)
  if (!sameId && !sameName) return []
  return [
    {
      code: 'E_OUTPUT_ID',
      stack: stack.name,
      id: collected.id,
      message: sameId
        ? `output "${collected.id}" has the id of the output that other stacks of the app read, or read in the last build, and gives something else`
        : `output "${collected.id}" has the export name of what other stacks of the app read`,
      hint: sameId
        ? 'Give it another id; after a deployment without the readers, `--drop-kept-exports` frees the id'
        : 'Leave `exportName` out: references between stacks make their own exports',
      sources: known(collected.anchor.source()),
    },
  ]
}

function isSame(own: TemplateOutput, other: TemplateOutput): boolean {
  const text = ({ Value, Condition }: TemplateOutput) => JSON.stringify([Value, Condition])
  const name = (one: TemplateOutput) => JSON.stringify(one.Export?.Name)
  return text(own) === text(other) && (own.Export === undefined || name(own) === name(other))
}
