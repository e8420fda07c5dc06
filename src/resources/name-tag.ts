import { stackName } from '../model/pseudo.ts'
import { sub } from '../model/functions.ts'
import type { Intrinsic } from '../model/value.ts'

/** The `Name` tag, by which consoles list a thing: the stack's name, then what it is. */
export function nameTag(
  what: string,
): readonly [{ readonly Key: 'Name'; readonly Value: Intrinsic<string> }] {
  return [{ Key: 'Name', Value: sub`${stackName}-${what}` }]
}
