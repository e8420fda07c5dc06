import type { OutputState, Place, StackState, World } from '../world.ts'

/** An export of that name in an account and region. */
export function findExport(
  world: World,
  place: Place,
  name: string,
): { stack: StackState; output: OutputState } | undefined {
  for (const stack of Object.values(world.stacks)) {
    if (stack.status === 'DELETE_COMPLETE' || !isSamePlace(stack.place, place)) continue
    const output = stack.outputs.find(({ exportName }) => exportName === name)
    if (output !== undefined) return { stack, output }
  }
  return undefined
}

/** Names of the stacks that import an export. */
export function importersOf(world: World, place: Place, name: string): string[] {
  return Object.values(world.stacks)
    .filter(
      (stack) => stack.status !== 'DELETE_COMPLETE' && isSamePlace(stack.place, place) && reads(stack, name),
    )
    .map((stack) => stack.name)
}

function reads({ imports, running }: StackState, name: string): boolean {
  return imports?.includes(name) === true || running?.imports.includes(name) === true
}

/** Why a stack cannot have these outputs: an export that others use, or a name that another stack has. Undefined when it can. */
export function exportProblem(
  world: World,
  stack: StackState,
  outputs: readonly OutputState[],
): string | undefined {
  return removedInUse(world, stack, outputs) ?? takenName(world, stack, outputs)
}

function removedInUse(world: World, stack: StackState, outputs: readonly OutputState[]): string | undefined {
  for (const { exportName, value } of stack.outputs) {
    if (exportName === undefined) continue
    const after = outputs.find((output) => output.exportName === exportName)
    if (after?.value === value) continue
    const users = importersOf(world, stack.place, exportName).filter((name) => name !== stack.name)
    if (users.length === 0) continue
    if (after === undefined)
      return `Delete canceled. Cannot delete export ${exportName} as it is in use by ${inWords(users)}.`
    return `Export ${exportName} cannot be updated as it is in use by ${inWords(users)}`
  }
  return undefined
}

function takenName(world: World, stack: StackState, outputs: readonly OutputState[]): string | undefined {
  for (const { exportName } of outputs) {
    const taken = exportName === undefined ? undefined : findExport(world, stack.place, exportName)
    if (taken !== undefined && taken.stack.id !== stack.id)
      return `Export with name ${exportName} is already exported by stack ${taken.stack.name}.`
  }
  return undefined
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.account === other.account && one.region === other.region
}
