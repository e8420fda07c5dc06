import type { DeployHost } from '../../deploy/flow/deployment.ts'
import { connections } from '../../deploy/calls/connection.ts'
import { planStack, type StackPlan } from '../../deploy/flow/plan-stack.ts'
import type { ParameterSource } from '../../deploy/parameters/resolve.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import { CfstackError } from '../../model/error.ts'
import { consequencesOf } from '../../sandbox/rehearse/consequences.ts'
import { placeStack } from '../../sandbox/rehearse/place-stack.ts'
import { play } from '../../sandbox/rehearse/play.ts'
import { fillMissing, fillStore, type StandInValue } from '../../sandbox/rehearse/stand-ins.ts'
import { openSandbox } from '../../sandbox/sandbox.ts'
import { newWorld } from '../../sandbox/store/new-world.ts'
import { placeOf } from '../../sandbox/wire/caller.ts'
import type { Place, StackState, World } from '../../sandbox/world.ts'
import { outputChanges } from './output-changes.ts'
import { placeholder } from './placeholder.ts'
import type { Dependent, Rehearsal, RehearsedFailure } from './rehearsal.ts'
import type { WantedFailure } from './rehearse-flags.ts'
import type { StackBefore } from './stack-before.ts'
import { placeSurrounding, type Surrounding } from './surrounding-stacks.ts'

export interface Rehearsed {
  readonly target: DeployTarget
  readonly before: StackBefore
  readonly surrounding: readonly Surrounding[]
  readonly given: readonly ParameterSource[]
  readonly failures: readonly WantedFailure[]
  readonly region: string
}

/** Plays a deployment in a world of its own: plan, execution, and once more for each failure. */
export async function rehearseStack(rehearsed: Rehearsed): Promise<Rehearsal> {
  const { target, before } = rehearsed
  const place = placeOf(before.account ?? target.settings.account ?? '123456789012', rehearsed.region)
  const world = newWorld('rehearsal', Date.now())
  const { dependents, madeUp } = prepareWorld(world, rehearsed, place)
  const planned = await planIn(world, rehearsed, { place, madeUp })
  const base = {
    version: 1 as const,
    stack: target.stackName,
    operation: planned.operation,
    against: before.against,
    settings: planned.settings,
    dependents: dependents.map((one) => ({ ...one, imports: importsOf(world, one.stack, target.stackName) })),
    madeUp,
  }
  const { prepared } = planned
  if (prepared === undefined) return { ...base, outputs: [], failures: [] }
  const waiting = { stackId: prepared.changeSet.stackId, changeSetId: prepared.changeSet.id }
  const expected = play(world, waiting)
  const failures = rehearsed.failures.map(({ text, faults }): RehearsedFailure => {
    const played = play(world, waiting, faults)
    const wanted = new Set(faults.map(({ logicalId }) => logicalId))
    const happened = played.steps.some(
      ({ logicalId, outcome }) => outcome === 'failed' && wanted.has(logicalId),
    )
    return { fail: text, happened, ...played, ...consequencesOf(played) }
  })
  const outputs = outputChanges(world.stacks[waiting.stackId]?.outputs ?? [], expected.outputs)
  const succeeds = /^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(expected.status)
  return {
    ...base,
    plan: prepared.plan,
    expected: succeeds ? expected : { ...expected, ...consequencesOf(expected) },
    outputs,
    failures,
  }
}

/** Puts what is deployed into the world: what the stack needs, itself, and what needs it. */
function prepareWorld(
  world: World,
  { target, before, surrounding }: Rehearsed,
  place: Place,
): { readonly dependents: readonly Omit<Dependent, 'imports'>[]; readonly madeUp: StandInValue[] } {
  const madeUp: StandInValue[] = []
  const dependents: Omit<Dependent, 'imports'>[] = []
  const put = ({ target: other, is }: Surrounding): void => {
    const placed = placeSurrounding(
      world,
      other,
      placeOf(place.account, other.settings.region ?? place.region),
    )
    if (placed.kind === 'placed') madeUp.push(...placed.standIns)
    if (is === 'dependent')
      dependents.push({ stack: other.stackName, ...(placed.kind === 'refused' && { leftOut: placed.why }) })
  }
  surrounding.filter(({ is }) => is === 'needed').forEach(put)
  if (before.stack !== undefined) {
    const placed = placeStack(world, before.stack, { place, exports: before.exports })
    if (placed.kind === 'refused') throw notPlaced(target.stackName, before.against, placed.why)
    madeUp.push(...placed.standIns)
    surrounding.filter(({ is }) => is === 'dependent').forEach(put)
  }
  madeUp.push(...fillStore(world, place, target.text))
  return { dependents, madeUp }
}

/** Makes the change set, as a deployment does; what turns out to be missing from elsewhere is made up. */
async function planIn(
  world: World,
  { target, given, before }: Rehearsed,
  { place, madeUp }: { readonly place: Place; readonly madeUp: StandInValue[] },
): Promise<StackPlan> {
  const sandbox = openSandbox({ world, account: place.account, region: place.region })
  const connection = connections()({
    region: place.region,
    standIn: { accessKeyId: place.account, send: sandbox.handle },
    askCode: async () => '',
  })
  const deployment = {
    aws: connection.aws,
    connection,
    target,
    given,
    operation: 'deploy' as const,
    choices: { createBucket: true },
    host: quietHost(madeUp),
    signal: new AbortController().signal,
  }
  for (;;) {
    try {
      return await planStack(deployment, { keep: true, hint: (verb) => `cfstack ${verb}` })
    } catch (error) {
      const { message } = error as Error
      const missing = fillMissing(world, place, { message, exports: before.exports })
      if (missing.length === 0) throw error
      madeUp.push(...missing)
    }
  }
}

/** Nobody is asked anything: parameters without a value get one that they accept. */
function quietHost(madeUp: StandInValue[]): DeployHost {
  return {
    interactive: false,
    hint: (verb) => `cfstack ${verb}`,
    say: () => undefined,
    event: () => undefined,
    choose: async () => undefined,
    approve: async () => undefined,
    askParameters: async (missing) => {
      const values = missing.map((parameter) => [parameter.name, placeholder(parameter)] as const)
      madeUp.push(...values.map(([name, value]) => ({ kind: 'template parameter' as const, name, value })))
      return Object.fromEntries(values)
    },
  }
}

function importsOf(world: World, importer: string, exporter: string): readonly string[] {
  const find = (name: string): StackState | undefined =>
    Object.values(world.stacks).find((stack) => stack.name === name)
  const exported = new Set(find(exporter)?.outputs.flatMap(({ exportName }) => exportName ?? []))
  return (find(importer)?.imports ?? []).filter((name) => exported.has(name))
}

function notPlaced(stack: string, against: string, why: string): CfstackError {
  return new CfstackError(
    'E_REHEARSAL',
    `Cannot rehearse stack "${stack}": ${against} can't be played: ${why}`,
    {
      hint: 'Give the parameter values that it needs with --param, or start from another template with --from',
      exitCode: 1,
    },
  )
}
