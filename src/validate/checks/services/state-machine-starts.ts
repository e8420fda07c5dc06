import type { Path } from '../../finding.ts'
import { isObject } from '../../json.ts'

/** Where a state machine, or one inside it, starts at a state that it does not have. */
export function missingStarts(
  machine: unknown,
  path: Path = [],
): readonly { readonly path: Path; readonly name: string }[] {
  if (!isObject(machine)) return []
  const { StartAt: name, States: states } = machine
  if (typeof name !== 'string' || !isObject(states)) return []
  const own = Object.hasOwn(states, name) ? [] : [{ path: [...path, 'StartAt'], name }]
  const inner = Object.entries(states).flatMap(([id, state]) => {
    if (!isObject(state)) return []
    const here = [...path, 'States', id]
    const branches = Array.isArray(state['Branches']) ? state['Branches'] : []
    return [
      ...branches.flatMap((branch: unknown, index) => missingStarts(branch, [...here, 'Branches', index])),
      ...['ItemProcessor', 'Iterator'].flatMap((key) => missingStarts(state[key], [...here, key])),
    ]
  })
  return [...own, ...inner]
}
