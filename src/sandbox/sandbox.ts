import { randomUUID } from 'node:crypto'
import { control, type Control } from './control.ts'
import { parts } from './parts.ts'
import { passTime, type Speed } from './store/clock.ts'
import { fileKeeper, memoryKeeper, type Keeper } from './store/keeper.ts'
import { newWorld } from './store/new-world.ts'
import { callerOf } from './wire/caller.ts'
import { answerCall, callOf, type Call } from './wire/handle.ts'
import type { SandboxRequest, SandboxResponse } from './wire/http.ts'
import { changesWorld } from './wire/is-read.ts'
import type { World } from './world.ts'

export interface SandboxOptions {
  /** Where the world is kept; in memory when absent. */
  readonly file?: string | undefined
  /** A world to go on with, in memory. */
  readonly world?: World | undefined
  /** Decides all ids and durations of a new world. */
  readonly seed?: string | undefined
  /** `instant` unless given. */
  readonly speed?: Speed | undefined
  /** Twelve digits; of callers whose key names no account. */
  readonly account?: string | undefined
  readonly region?: string | undefined
}

/** A stand-in for CloudFormation and what deployment tools need around it. */
export interface Sandbox {
  /** Answers a request as AWS would. */
  handle(request: SandboxRequest): Promise<SandboxResponse>
  /** What no AWS has: to move time, to break things, to change resources from outside. */
  readonly control: Control
}

/** When time is not the machine's, it begins here: runs can be repeated. */
const beginning = Date.UTC(2026, 0, 1)

/** Opens a sandbox: the world of a file, or a new one. */
export function openSandbox(options: SandboxOptions = {}): Sandbox {
  const { file, speed = 'instant', account = '123456789012', region = 'us-east-1' } = options
  const isReal = typeof speed === 'number'
  const first = (): World =>
    options.world ??
    newWorld(options.seed ?? (isReal ? randomUUID() : 'sandbox'), isReal ? Date.now() : beginning)
  const keeper = file === undefined ? memoryKeeper(first) : fileKeeper(file, first)
  const answer = answering(keeper, speed)
  return {
    handle: async (request) => answer(callOf(request, callerOf(request, { account, region }))),
    control: control(keeper, { first, speed, account, region }),
  }
}

function answering(keeper: Keeper, speed: Speed): (call: Call) => SandboxResponse {
  let before: World | undefined
  const { operations } = parts
  return (call) =>
    keeper.use(({ world, savedAt }) => {
      const mark = markOf(world)
      if (typeof speed === 'number')
        passTime(world, { from: savedAt, to: Date.now(), speed, advance: parts.advance })
      const writes = changesWorld(call)
      if (writes && world.faults.some(({ kind }) => kind === 'stale')) before = structuredClone(world)
      const result = answerCall(world, call, { operations, before })
      if (speed === 'instant') parts.settle(world)
      return { result, world, changed: writes || markOf(world) !== mark }
    })
}

/** Differs when anything has happened in the world but that time went by. */
function markOf({ draws, due, faults }: World): string {
  return JSON.stringify([draws, due, faults])
}
