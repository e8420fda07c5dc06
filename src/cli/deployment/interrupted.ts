import { awsCommand } from '../../deploy/aws-command.ts'
import { CfstackError } from '../../model/error.ts'

/** Ctrl-C before anything was executed. */
export function interrupted(stackName: string, cause: unknown): CfstackError {
  return new CfstackError(
    'E_INTERRUPTED',
    `Stack "${stackName}" stays as it is: interrupted before anything was executed`,
    { cause, exitCode: 130 },
  )
}

/** Ctrl-C while the deployment runs. */
export function detached(stackName: string, stackId: string, cause: unknown): CfstackError {
  const look = awsCommand('describe-stack-events', { StackName: stackName, StackId: stackId })
  return new CfstackError('E_DETACHED', `Stopped watching stack "${stackName}": its deployment goes on`, {
    hint: `Look at it with: ${look}`,
    cause,
    exitCode: 130,
  })
}
