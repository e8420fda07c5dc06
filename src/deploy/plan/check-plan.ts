import { existsSync, readFileSync } from 'node:fs'
import { CfstackError } from '../../model/error.ts'
import { accountOf, checkAccount } from '../calls/account.ts'
import type { CloudFormationReads, Stack } from '../calls/client.ts'
import { lastOperationOf, parametersHash, sha256, type PlanFile } from './plan-file.ts'

/**
 * The stack that a plan is for, as it is now; throws when anything has moved since the plan was made: the template's file, the
 * stack's last operation, the change set or its parameters. All of it is said at once.
 */
export async function checkPlan(aws: CloudFormationReads, file: PlanFile): Promise<Stack | undefined> {
  const stack = await aws.describeStack(file.changeSet?.stackId ?? file.stack)
  checkAccount(file.stack, file.account || undefined, accountOf(stack?.StackId))
  const moved = [
    ...templateMoved(file),
    ...stackMoved(file, stack),
    ...(file.changeSet === undefined ? [] : await changeSetMoved(aws, file.changeSet.id, file)),
  ]
  if (moved.length === 0) return stack
  const list = moved.length === 1 ? ` ${moved[0]}` : moved.map((one) => `\n  ${one}`).join('')
  throw new CfstackError('E_PLAN_MOVED', `Cannot apply the plan of stack "${file.stack}":${list}`, {
    hint: 'Make the plan anew, and review it',
    exitCode: 1,
  })
}

/** A job that only applies need not have the templates: what it executes is the change set. */
function templateMoved({ template }: PlanFile): readonly string[] {
  if (!existsSync(template.file) || sha256(readFileSync(template.file)) === template.sha256) return []
  return [`template "${template.file}" has changed since`]
}

function stackMoved({ operation, lastOperation }: PlanFile, stack: Stack | undefined): readonly string[] {
  if (operation === 'update' && stack === undefined) return ['the stack does not exist any more']
  const now = lastOperationOf(stack)
  if (now === lastOperation) return []
  return [`the stack has moved since: from ${lastOperation} to ${now}`]
}

async function changeSetMoved(
  aws: CloudFormationReads,
  id: string,
  { parameters, noEcho }: PlanFile,
): Promise<readonly string[]> {
  const description = await aws.describeChangeSet(id, { values: false }).catch((error: unknown) => {
    const isGone =
      error instanceof CfstackError && /ChangeSetNotFound|does not exist/i.test(String(error.cause))
    if (isGone) return undefined
    throw error
  })
  if (description === undefined) return ['its change set is gone']
  const { Status, ExecutionStatus } = description
  if (Status !== 'CREATE_COMPLETE' || (ExecutionStatus ?? 'AVAILABLE') !== 'AVAILABLE')
    return [`its change set is in ${Status}, ${ExecutionStatus}`]
  return parametersHash(description, noEcho) === parameters
    ? []
    : ['the parameters of its change set are others']
}
