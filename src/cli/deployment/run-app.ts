import { capabilitiesFor } from '../../deploy/change-set/change-set.ts'
import { connections, type Connection } from '../../deploy/calls/connection.ts'
import { deployStack } from '../../deploy/flow/deploy-stack.ts'
import { stackOutputs } from '../../deploy/flow/fed-values.ts'
import { runInOrder } from '../../deploy/flow/in-order.ts'
import type { Outcome } from '../../deploy/flow/outcome.ts'
import { interrupted } from '../../deploy/flow/stopped-watching.ts'
import type { ParameterSource } from '../../deploy/parameters/resolve.ts'
import { readManifest, readManifestTarget, type DeployTarget } from '../../deploy/template/read-target.ts'
import type { ChangeSetKind } from '../../deploy/template/request.ts'
import { CfstackError } from '../../model/error.ts'
import type { CommonFlags } from '../command.ts'
import { interruption } from '../interruption.ts'
import { openOutput } from '../output.ts'
import { isInteractive } from '../prompt.ts'
import { openView } from '../progress/open-view.ts'
import { kindOf } from './change-set-kind.ts'
import { choicesOf } from './choices.ts'
import { connectionOptions } from './connection-options.ts'
import type { DeployFlags } from './deploy-flags.ts'
import { detachOrCancel } from './detach-or-cancel.ts'
import { stackParameters } from './parameter-sources.ts'
import { reportApp } from './report-app.ts'
import { refuseBadParameters, refuseMissing, unsettledParameters } from './settle-parameters.ts'
import { oneAtATime, terminalHost } from './terminal-host.ts'

/** A stack of the app with what is given for it. */
interface Part {
  readonly target: DeployTarget
  readonly given: readonly ParameterSource[]
  readonly kind: ChangeSetKind
}

/** Deploys stacks of the manifest, all when none is named: in the order that they need, independent ones at the same time. */
export async function runApp(
  named: readonly string[],
  argv: DeployFlags & CommonFlags & Readonly<Record<string, unknown>>,
): Promise<number> {
  const parts = partsOf(named, argv)
  const choices = choicesOf(argv)
  const output = openOutput(argv.json)
  const view = openView(output, { named: true })
  const stops = interruption()
  const { signal } = stops
  const open = connections()
  const connect = ({ target }: Part): Connection =>
    open(connectionOptions(argv, target.settings, { view, signal }))
  let halted = false
  const shared = {
    isHalted: () => halted,
    view,
    approved: argv.yes ? ('all' as const) : (argv.approve ?? ('none' as const)),
    onInterrupt: detachOrCancel(stops, { view, onDecision: () => (halted = true) }),
    inTurn: oneAtATime(),
  }
  const began = Date.now()
  const seconds = new Map<string, number>()
  const run = async (name: string): Promise<Outcome> => {
    if (signal.aborted || halted) throw interrupted(name, signal.reason)
    const part = parts.get(name) as Part
    const start = Date.now()
    const connection = connect(part)
    try {
      return await deployStack({
        ...part,
        aws: connection.aws,
        connection,
        outputsOf: (other) => stackOutputs(connect(parts.get(other) ?? part).aws.until(signal), other),
        operation: 'deploy',
        choices,
        host: terminalHost(part.target, { ...shared, place: { ...argv, stack: name } }),
        signal,
      })
    } catch (error) {
      throw signal.aborted && !(error instanceof CfstackError) ? interrupted(name, error) : error
    } finally {
      seconds.set(name, (Date.now() - start) / 1000)
    }
  }
  try {
    if (!isInteractive()) await refuseUnsettled([...parts.values()], connect, signal)
    const ended = await runInOrder([...parts.keys()], {
      run,
      needs: (name) => parts.get(name)?.target.settings.dependsOn ?? [],
      isGood: ({ ok }) => ok,
      concurrency: concurrencyOf(argv),
    })
    view.close()
    const targets = new Map([...parts].map(([name, { target }]) => [name, target]))
    return reportApp(ended, { output, targets, seconds, total: (Date.now() - began) / 1000, argv })
  } finally {
    view.close()
    stops.close()
  }
}

/** Reads and checks all stacks before anything is sent. */
function partsOf(
  named: readonly string[],
  argv: DeployFlags & Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Part> {
  const all = Object.keys(readManifest(argv.manifest).stacks)
  const targets = (named.length > 0 ? named : all).map((name) => readManifestTarget(argv.manifest, name))
  const given = stackParameters(argv, targets)
  return new Map(
    targets.map((target) => {
      const sources = given.get(target.stackName) ?? []
      refuseBadParameters(target, sources, false)
      capabilitiesFor(target)
      return [target.stackName, { target, given: sources, kind: kindOf(argv, target) }]
    }),
  )
}

/** Missing values stop everything before the first stack is touched; only stacks that lack some are looked at. */
async function refuseUnsettled(
  parts: readonly Part[],
  connect: (part: Part) => Connection,
  signal: AbortSignal,
): Promise<void> {
  const lacking = parts.flatMap((part) => {
    const unsettled = unsettledParameters(part.target, part.given)
    return unsettled.length === 0 ? [] : [{ ...part, unsettled, connection: connect(part) }]
  })
  const looked = lacking.map(async ({ target, unsettled, connection }) => {
    const stack = await connection.aws.until(signal).describeStack(target.stackName)
    const deployed = new Set((stack?.Parameters ?? []).flatMap(({ ParameterKey }) => ParameterKey ?? []))
    return { target, unsettled, deployed }
  })
  refuseMissing(await Promise.all(looked))
}

function concurrencyOf({ concurrency }: DeployFlags): number {
  const value = Number(concurrency)
  if (Number.isInteger(value) && value > 0) return value
  throw new CfstackError(
    'E_USAGE',
    `Cannot read the command line: --concurrency "${concurrency}" is no number of stacks`,
    { hint: 'Write for example --concurrency 4' },
  )
}
