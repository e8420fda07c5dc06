import type { Diagnosis } from '../../deploy/doctor/diagnosis.ts'
import type { CommonFlags } from '../command.ts'
import type { DeployFlags } from '../deployment/deploy-flags.ts'
import { runDeployment } from '../deployment/run-deployment.ts'
import type { StackFlags } from '../stack/stack-flags.ts'

/** Goes the way of a creation or update: the template's own command, with the answer that the stack's state needs. */
export function deployFromDoctor(
  operation: 'create' | 'update',
  { status }: Diagnosis,
  argv: StackFlags & CommonFlags & { readonly yes: boolean },
): Promise<number> {
  const { stack, manifest, template, 'stack-name': stackName, region, profile, json, yes } = argv
  const { sandbox, speed } = argv
  const place = { stack, manifest, template, 'stack-name': stackName, region, profile, sandbox, speed, json }
  const isStopped = status === 'CREATE_FAILED' || status === 'UPDATE_FAILED'
  return runDeployment(operation, { ...quiet, ...place, yes, 'retry-failed': isStopped })
}

/** No other flag of a deployment is given. */
const quiet: Omit<DeployFlags, keyof StackFlags> = {
  param: undefined,
  params: undefined,
  yes: false,
  approve: undefined,
  'replace-failed': false,
  'retry-failed': false,
  'roll-back-failed': false,
  'continue-rollback': false,
  skip: undefined,
  join: false,
  wait: false,
  timeout: undefined,
  concurrency: '1',
  'create-bucket': false,
  timeline: false,
  github: false,
  'revert-drift': false,
  'import-existing': false,
  import: undefined,
}
