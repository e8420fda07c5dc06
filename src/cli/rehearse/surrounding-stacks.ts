import { existsSync } from 'node:fs'
import { parameterDeclarations } from '../../deploy/parameters/declarations.ts'
import { readManifest, readManifestTarget, type DeployTarget } from '../../deploy/template/read-target.ts'
import { placeStack, type PlacedStack } from '../../sandbox/rehearse/place-stack.ts'
import type { Place, World } from '../../sandbox/world.ts'
import { placeholder } from './placeholder.ts'

/** A stack of the manifest that the rehearsed one needs, or that needs it. */
export interface Surrounding {
  readonly target: DeployTarget
  readonly is: 'needed' | 'dependent'
}

/** The stacks of the manifest that have to do with one, in the order in which they can be created. */
export function surroundingStacks(manifestFile: string, name: string): readonly Surrounding[] {
  if (!existsSync(manifestFile)) return []
  const { stacks } = readManifest(manifestFile)
  if (!Object.hasOwn(stacks, name)) return []
  const needs = (of: string): readonly string[] => stacks[of]?.dependsOn ?? []
  const all = (of: string, found = new Set<string>()): Set<string> => {
    for (const other of needs(of).filter((one) => !found.has(one))) all(other, found.add(other))
    return found
  }
  const needed = all(name)
  return Object.keys(stacks).flatMap((other): Surrounding[] => {
    if (other === name || (!needed.has(other) && !all(other).has(name))) return []
    const target = readManifestTarget(manifestFile, other)
    return [{ target, is: needed.has(other) ? 'needed' : 'dependent' }]
  })
}

/** Puts a stack of the manifest into the world, as it would be deployed. */
export function placeSurrounding(
  world: World,
  { stackName, text, template, settings }: DeployTarget,
  place: Place,
): PlacedStack {
  const fed = Object.entries(settings.parametersFrom ?? {}).flatMap(([name, { stack, output }]) => {
    const found = Object.values(world.stacks).find((one) => one.name === stack)
    const value = found?.outputs.find(({ key }) => key === output)?.value
    return value === undefined ? [] : [[name, value] as const]
  })
  const known: Readonly<Record<string, string>> = { ...Object.fromEntries(fed), ...settings.parameters }
  const parameters = Object.fromEntries(
    parameterDeclarations(template).map((parameter) => [
      parameter.name,
      known[parameter.name] ?? placeholder(parameter),
    ]),
  )
  return placeStack(world, { name: stackName, body: text, parameters }, { place, exports: {} })
}
