import type { CloudFormation } from '../../deploy/calls/client.ts'
import { connections, type Connection } from '../../deploy/calls/connection.ts'
import type { DeployHost } from '../../deploy/flow/deployment.ts'
import { interrupted } from '../../deploy/flow/stopped-watching.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import { CfstackError } from '../../model/error.ts'
import { connectionOptions, type WhereFlags } from './connection-options.ts'
import { detachOrCancel } from './detach-or-cancel.ts'
import { oneAtATime, terminalHost, type HostOptions } from './terminal-host.ts'
import { interruption } from '../interruption.ts'
import type { Output } from '../output.ts'
import { openView } from '../progress/open-view.ts'
import type { PlaceFlags } from '../stack/command-hint.ts'

/** What deploying, planning and applying work with. */
export interface DeploySession {
  readonly aws: CloudFormation
  readonly connection: Connection
  readonly host: DeployHost
  readonly signal: AbortSignal
  /** Ends the live view, before a result is printed. */
  closeView(): void
}

/** Opens client, view and host for one stack, runs, and closes them. */
export async function withDeploySession<T>(
  target: DeployTarget,
  options: {
    readonly where: WhereFlags
    readonly output: Output
    readonly approved: HostOptions['approved']
    /** The flags that name the stack, for hints. */
    readonly place: PlaceFlags
  },
  run: (session: DeploySession) => Promise<T>,
): Promise<T> {
  const { where, output, approved } = options
  const view = openView(output, { named: false })
  const stops = interruption()
  const connection = connections()(connectionOptions(where, target.settings, { view, signal: stops.signal }))
  const onInterrupt = detachOrCancel(stops, { view })
  const host = terminalHost(target, {
    view,
    approved,
    onInterrupt,
    place: options.place,
    inTurn: oneAtATime(),
  })
  try {
    const { aws } = connection
    return await run({ aws, connection, host, signal: stops.signal, closeView: () => view.close() })
  } catch (error) {
    if (stops.signal.aborted && !(error instanceof CfstackError)) throw interrupted(target.stackName, error)
    throw error
  } finally {
    view.close()
    stops.close()
  }
}
