import { writeFileSync } from 'node:fs'
import { accountOf } from '../../deploy/calls/account.ts'
import type { StackPlan } from '../../deploy/flow/plan-stack.ts'
import { parameterDeclarations } from '../../deploy/parameters/declarations.ts'
import {
  lastOperationOf,
  parametersHash,
  planSettings,
  sha256,
  type PlanFile,
} from '../../deploy/plan/plan-file.ts'
import { readBytes, type DeployTarget } from '../../deploy/template/read-target.ts'
import { CfstackError } from '../../model/error.ts'
import type { DeploySession } from '../deployment/deploy-session.ts'

/** Writes the file that `cfstack apply` reads. */
export async function writePlan(
  { aws, signal }: DeploySession,
  { target, planned, file }: { target: DeployTarget; planned: StackPlan; file: string },
): Promise<void> {
  const { prepared, before, operation, settings } = planned
  const stackId = prepared?.changeSet.stackId ?? before?.StackId ?? ''
  const noEcho = parameterDeclarations(target.template).flatMap((one) => (one.noEcho ? [one.name] : []))
  const description =
    prepared && (await aws.until(signal).describeChangeSet(prepared.changeSet.id, { values: false }))
  const content: PlanFile = {
    version: 1,
    stack: target.stackName,
    region: stackId.split(':')[3] ?? '',
    account: accountOf(stackId) ?? '',
    operation,
    ...(prepared === undefined ? {} : { changeSet: { ...prepared.changeSet, token: prepared.token } }),
    template: { file: target.file, sha256: sha256(readBytes('template', target.file)) },
    parameters: parametersHash(description ?? {}, noEcho),
    noEcho,
    lastOperation: lastOperationOf(before),
    settings,
    stackSettings: planSettings(target.settings),
    ...(prepared === undefined ? {} : { plan: prepared.plan }),
  }
  try {
    writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`)
  } catch (cause) {
    throw new CfstackError('E_NO_FILE', `Cannot write plan "${file}": ${(cause as Error).message}`, {
      cause,
      hint: 'Check the path',
    })
  }
}
