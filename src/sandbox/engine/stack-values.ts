import type { StackState, World } from '../world.ts'
import { findExport } from './exports.ts'
import { liveOf } from './live-of.ts'
import type { ResolvedResource, ResolveEnv } from '../template/resolve-env.ts'
import { attributeOf } from '../types/attribute.ts'
import { refOf } from '../types/ref.ts'
import { revealed } from './revealed.ts'
import type { Target } from './target.ts'

/** What the functions of a stack's template go by: the resources that the stack has by now, and the exports of others. */
export function stackValues(
  world: World,
  stack: StackState,
  target: Target,
  onImport: (name: string) => void,
): ResolveEnv {
  const { place, id, name } = stack
  return {
    world,
    place,
    stack: { id, name },
    topics: stack.desired.topics,
    scope: target.scope,
    resource: (logicalId) => existing(world, stack, logicalId),
    import: (exportName) => {
      onImport(exportName)
      return findExport(world, place, exportName)?.output.value
    },
  }
}

function existing(world: World, stack: StackState, logicalId: string): ResolvedResource | undefined {
  const state = stack.resources[logicalId]
  const live = state && liveOf(world, stack, state)
  if (live === undefined) return undefined
  return {
    ref: refOf(live),
    attribute: (name) => revealed(attributeOf(live, name), { world, place: live.place }),
  }
}
