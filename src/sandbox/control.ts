import { CfstackError } from '../model/error.ts'
import { parts } from './parts.ts'
import { passTime, type Speed } from './store/clock.ts'
import type { Keeper } from './store/keeper.ts'
import { placeOf } from './wire/caller.ts'
import { putParameter } from './wire/parameter-store.ts'
import type { Fault, JsonObject, LiveResource, StoredParameter, World, WorldSettings } from './world.ts'

/** A resource by the stack that has it. */
export interface ResourceName {
  /** Name or id of the stack. */
  readonly stack: string
  readonly logicalId: string
}

/** A value for the parameter store or Secrets Manager, in the default place unless it names another. */
export interface StoredValue {
  readonly name: string
  readonly value: string
  readonly type?: StoredParameter['type']
  readonly account?: string
  readonly region?: string
}

/** What no AWS has. Each call is kept like one of the API. */
export type Control = ReturnType<typeof control>

interface ControlOptions {
  readonly first: () => World
  readonly speed: Speed
  readonly account: string
  readonly region: string
}

/** The control of a kept world. */
export function control(keeper: Keeper, { first, speed, account, region }: ControlOptions) {
  const visit = <T>(changed: boolean, work: (world: World) => T): T =>
    keeper.use(({ world, savedAt }) => {
      if (typeof speed === 'number')
        passTime(world, { from: savedAt, to: Date.now(), speed, advance: parts.advance })
      return { result: work(world), world, changed }
    })
  const change = <T>(work: (world: World) => T): T => visit(true, work)
  return {
    /** A copy of everything. */
    world: (): World => visit(false, (world) => structuredClone(world)),
    /** Lets so much virtual time pass, in milliseconds. */
    advance: (ms: number): void => change((world) => parts.advance(world, world.now + ms)),
    /** Plays everything that is going on to its end. */
    settle: (): void => change((world) => parts.settle(world)),
    /** Asks for a fault. */
    addFault: (fault: Fault): void => change((world) => void world.faults.push({ ...fault })),
    /** Takes all faults away and gives them. */
    clearFaults: (): readonly Fault[] => change((world) => world.faults.splice(0)),
    /** Changes properties of a resource behind its stack's back; a property that is undefined is removed. */
    changeResource: (name: ResourceName, properties: JsonObject): void =>
      change((world) => {
        const [, live] = liveOf(world, name)
        live.properties = withoutUndefined({ ...live.properties, ...properties })
      }),
    /** Deletes a resource behind its stack's back. */
    removeResource: (name: ResourceName): void =>
      change((world) => void delete world.live[liveOf(world, name)[0]]),
    putParameter: ({ name, value, type = 'String', ...place }: StoredValue): void =>
      change((world) => {
        const at = placeOf(place.account ?? account, place.region ?? region)
        putParameter(world, at, { name, type, value })
      }),
    putSecret: ({ name, value, ...place }: StoredValue): void =>
      change((world) => {
        world.store.secrets[`${place.account ?? account}/${place.region ?? region}/${name}`] = value
      }),
    setSignals: (signals: WorldSettings['signals']): void =>
      change((world) => void Object.assign(world.settings, { signals })),
    /** Forgets everything. */
    reset: (): void => keeper.use(() => ({ result: undefined, world: first(), changed: true })),
  }
}

function liveOf(world: World, { stack, logicalId }: ResourceName): readonly [string, LiveResource] {
  const found = Object.entries(world.live).find(([, { owner }]) => {
    if (owner?.logicalId !== logicalId) return false
    return owner.stackId === stack || world.stacks[owner.stackId]?.name === stack
  })
  if (found !== undefined) return found
  throw new CfstackError(
    'E_SANDBOX_RESOURCE',
    `Cannot find resource "${logicalId}" of stack "${stack}": it does not exist in the sandbox`,
  )
}

function withoutUndefined(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
}
