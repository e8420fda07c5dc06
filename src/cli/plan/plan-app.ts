import { connections } from '../../deploy/calls/connection.ts'
import { stackOutputs } from '../../deploy/flow/fed-values.ts'
import { runInOrder } from '../../deploy/flow/in-order.ts'
import { planStack } from '../../deploy/flow/plan-stack.ts'
import { interrupted } from '../../deploy/flow/stopped-watching.ts'
import type { ParameterSource } from '../../deploy/parameters/resolve.ts'
import { readManifest, readManifestTarget, type DeployTarget } from '../../deploy/template/read-target.ts'
import type { ChangeSetKind } from '../../deploy/template/request.ts'
import { CfstackError } from '../../model/error.ts'
import type { CommonFlags } from '../command.ts'
import { kindOf } from '../deployment/change-set-kind.ts'
import { choicesOf } from '../deployment/choices.ts'
import { connectionOptions } from '../deployment/connection-options.ts'
import type { DeployFlags } from '../deployment/deploy-flags.ts'
import { stackParameters } from '../deployment/parameter-sources.ts'
import { refuseBadParameters } from '../deployment/settle-parameters.ts'
import { oneAtATime, terminalHost } from '../deployment/terminal-host.ts'
import { interruption } from '../interruption.ts'
import type { Output } from '../output.ts'
import { openView } from '../progress/open-view.ts'
import { commandHint } from '../stack/command-hint.ts'
import type { PlannedApp, PlannedPart } from './report-plans.ts'

/** Stacks that are planned at the same time. */
const concurrency = 8

interface Part {
  readonly target: DeployTarget
  readonly given: readonly ParameterSource[]
  readonly kind: ChangeSetKind
}

/** Plans stacks of the manifest, all when none is named, those that others need first. Leaves nothing behind. */
export async function planApp(
  named: readonly string[],
  argv: DeployFlags & CommonFlags & Readonly<Record<string, unknown>>,
  output: Output,
): Promise<PlannedApp> {
  const parts = partsOf(named, argv)
  const view = openView(output, { named: true })
  const stops = interruption()
  const { signal } = stops
  const open = connections()
  const connect = ({ target }: Part) => open(connectionOptions(argv, target.settings, { view, signal }))
  const inTurn = oneAtATime()
  const found = new Map<string, PlannedPart>()
  const run = async (name: string): Promise<PlannedPart> => {
    const part = parts.get(name) as Part
    if (signal.aborted) throw interrupted(name, signal.reason)
    const connection = connect(part)
    const deployment = {
      ...part,
      aws: connection.aws,
      connection,
      outputsOf: (other: string) => stackOutputs(connect(parts.get(other) ?? part).aws.until(signal), other),
      operation: 'deploy' as const,
      choices: choicesOf(argv),
      host: terminalHost(part.target, {
        view,
        approved: 'none',
        onInterrupt: () => new Promise(() => undefined),
        inTurn,
      }),
      signal,
    }
    const hint = (verb: string): string => commandHint(verb, { ...argv, stack: name })
    const planned = await planStack(deployment, { keep: false, hint }).catch((error: unknown) =>
      waits(part, error, found),
    )
    if ('prepared' in planned) await planned.prepared?.discard()
    found.set(name, planned)
    return planned
  }
  try {
    const needs = (name: string): readonly string[] => parts.get(name)?.target.settings.dependsOn ?? []
    return await runInOrder([...parts.keys()], { run, needs, isGood: () => true, concurrency })
  } finally {
    view.close()
    stops.close()
  }
}

/** A stack that reads what another one does not give yet can't be planned before that is deployed. */
function waits({ target }: Part, error: unknown, found: ReadonlyMap<string, PlannedPart>): PlannedPart {
  const isAboutOthers =
    error instanceof CfstackError && ['E_CHANGE_SET', 'E_NO_OUTPUT', 'E_NO_STACK'].includes(error.code)
  const changing = (target.settings.dependsOn ?? []).filter((name) => {
    const one = found.get(name)
    return one !== undefined && ('waitsFor' in one || one.prepared !== undefined)
  })
  if (!isAboutOthers || changing.length === 0) throw error
  return { waitsFor: changing, why: (error as CfstackError).message }
}

/** Reads and checks all stacks before anything is sent. */
function partsOf(
  named: readonly string[],
  argv: DeployFlags & Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Part> {
  const all = Object.keys(readManifest(argv.manifest).stacks)
  const wanted = named.length > 0 ? all.filter((name) => named.includes(name)) : all
  const unknown = named.filter((name) => !all.includes(name))
  const targets = [...wanted, ...unknown].map((name) => readManifestTarget(argv.manifest, name))
  const given = stackParameters(argv, targets)
  return new Map(
    targets.map((target) => {
      const sources = given.get(target.stackName) ?? []
      refuseBadParameters(target, sources, false)
      return [target.stackName, { target, given: sources, kind: kindOf(argv, target) }]
    }),
  )
}
