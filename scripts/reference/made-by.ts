import { compose, stack, type Template } from '../../src/index.ts'
import { collectUses } from '../../src/validate/intrinsic-uses.ts'
import { namesIn } from '../../src/validate/dependencies.ts'

/** The template of a fragment by itself; what it refers to and does not make is imported from a stack of that. */
export function templateOf(fragment: object, given: object): Template {
  const own = new Set(elementsOf(fragment))
  const others = elementsOf(given).filter((element) => !own.has(element))
  const composed = compose([stack('given', {}, others), stack('sample', {}, fragment)])
  const made = composed.find((one) => one.stack.name === 'sample')
  if (made === undefined) throw new Error('Cannot make a reference page: compose() left the sample out')
  return made.template
}

/** Resources, and whatever else has a logical id, wherever they are in a fragment. */
function elementsOf(part: unknown): readonly object[] {
  if (typeof part !== 'object' || part === null) return []
  return 'id' in part ? [part] : Object.values(part).flatMap(elementsOf)
}

/** Who refers to whom among the resources, as Mermaid draws it; empty when nobody does. */
export function diagramOf({ Resources }: Template): string {
  const ids = Object.keys(Resources)
  const arrows = new Set<string>()
  for (const use of collectUses({ Resources })) {
    const from = use.path[1]
    for (const to of namesIn(use))
      if (to !== from && ids.includes(to)) arrows.add(`  ${String(from)} --> ${to}`)
  }
  if (arrows.size === 0) return ''
  const drawn = ids.filter((id) => [...arrows].some((arrow) => arrow.split(' ').includes(id)))
  const nodes = drawn.map((id) => `  ${id}["${id}<br/>${shortType(Resources[id]?.Type ?? '')}"]`)
  return ['```mermaid', 'flowchart LR', ...nodes, ...arrows, '```'].join('\n')
}

/** `EC2::VPC` of `AWS::EC2::VPC`. */
function shortType(type: string): string {
  return type.replace(/^AWS::/, '')
}
