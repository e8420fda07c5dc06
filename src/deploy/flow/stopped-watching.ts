import { CfstackError } from '../../model/error.ts'
import type { StackDeployment } from './deployment.ts'

/** The end of the watching while the deployment goes on: a person's wish, or credentials that are gone. */
export function detached(
  { host, target }: StackDeployment,
  stackId: string,
  { error, byPerson }: { error: unknown; byPerson: boolean },
): unknown {
  const join = host.hint('events', stackId)
  if (byPerson) {
    return new CfstackError(
      'E_DETACHED',
      `Stopped watching stack "${target.stackName}": its deployment goes on`,
      { hint: `Watch it again with: ${join}`, cause: error, exitCode: 130 },
    )
  }
  if (!(error instanceof CfstackError)) return error
  return new CfstackError(
    error.code,
    `Stopped watching stack "${target.stackName}", its deployment goes on: ${error.message}`,
    { hint: `${error.hint ?? 'Correct that'}; then watch it again with: ${join}`, cause: error, exitCode: 1 },
  )
}

/** An interruption before anything was executed. */
export function interrupted(stackName: string, cause: unknown): CfstackError {
  return new CfstackError(
    'E_INTERRUPTED',
    `Stack "${stackName}" stays as it is: interrupted before anything was executed`,
    { cause, exitCode: 130 },
  )
}
