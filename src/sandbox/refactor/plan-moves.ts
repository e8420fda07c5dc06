import { isDeepStrictEqual } from 'node:util'
import type { JsonObject } from '../world.ts'
import type { Mapping, Spot } from './refactor-state.ts'

/** A resource at its place, with the properties as its template writes them. */
export interface Placed extends Spot {
  readonly type: string
  readonly properties: JsonObject
}

/** A resource that gets another place. */
export interface PlannedMove {
  readonly source: Placed
  readonly destination: Placed
  readonly isMapped: boolean
}

interface Sides {
  readonly before: readonly Placed[]
  readonly after: readonly Placed[]
  readonly mappings: readonly Mapping[]
}

/**
 * Which resources move, for the templates of several stacks to become others; a text says why they cannot. Nothing may be made or removed
 * on the way, so what is new in one place is what is gone in another: as the caller maps them, else the only one of its type that has its
 * logical id, its properties, or nothing else to be.
 */
export function planMoves({ before, after, mappings }: Sides): readonly PlannedMove[] | string {
  const left = new Map(before.map((one) => [spotKey(one), one]))
  const open: Placed[] = []
  const moves: PlannedMove[] = []
  const mapped = new Map(mappings.map(({ source, destination }) => [spotKey(destination), source]))
  const taken = new Set(mappings.map(({ source }) => spotKey(source)))
  for (const destination of after) {
    const key = spotKey(destination)
    const given = mapped.get(key)
    const source = left.get(given === undefined ? key : spotKey(given))
    if (given !== undefined && source === undefined)
      return `Resource ${told(given)} of the resource mappings does not exist`
    const stays = given === undefined && source?.type === destination.type && !taken.has(key)
    if (stays) left.delete(key)
    else if (given !== undefined && source) {
      if (source.type !== destination.type)
        return `Resource ${told(destination)} is not of the type of ${told(given)}`
      moves.push({ source, destination, isMapped: true })
      left.delete(spotKey(given))
    } else open.push(destination)
  }
  return matched(open, left, moves)
}

function matched(
  open: readonly Placed[],
  left: Map<string, Placed>,
  moves: PlannedMove[],
): readonly PlannedMove[] | string {
  let waiting = open
  for (const isLike of likenesses) {
    waiting = waiting.filter((destination) => {
      const found = [...left.values()].filter(
        (one) => one.type === destination.type && isLike(one, destination),
      )
      const rivals = waiting.filter((one) => one.type === destination.type && isLike(one, destination))
      const [source] = found
      if (source === undefined || found.length > 1 || rivals.length > 1) return true
      left.delete(spotKey(source))
      moves.push({ source, destination, isMapped: false })
      return false
    })
  }
  const [first] = waiting
  if (first)
    return [...left.values()].some((one) => one.type === first.type)
      ? `Resource ${told(first)} may come from several resources: provide a resource mapping for it`
      : `Resource ${told(first)} is new. Stack refactor does not support creating resources`
  const [gone] = left.values()
  return gone
    ? `Resource ${told(gone)} is removed. Stack refactor does not support deleting resources`
    : moves
}

/** From the surest sign to the least. */
const likenesses: readonly ((one: Placed, other: Placed) => boolean)[] = [
  (one, other) => one.logicalId === other.logicalId && isDeepStrictEqual(one.properties, other.properties),
  (one, other) => one.logicalId === other.logicalId,
  (one, other) => isDeepStrictEqual(one.properties, other.properties),
  () => true,
]

function spotKey({ stack, logicalId }: Spot): string {
  return `${stack}/${logicalId}`
}

function told({ stack, logicalId }: Spot): string {
  return `${logicalId} in stack ${stack}`
}
