import { createHash } from 'node:crypto'
import { CfstackError } from '../../model/error.ts'
import type { DescribeChangeSetOutput, Stack } from '../calls/client.ts'
import type { Plan } from './plan.ts'
import { readBytes } from '../template/read-target.ts'
import type { DeploySettings, Operation } from '../template/request.ts'
import type { SettingsChange } from '../state/settings-changes.ts'

/** A plan that waits to be applied, as `cfstack plan --out` writes it. Holds no parameter value. */
export interface PlanFile {
  readonly version: 1
  readonly stack: string
  readonly region: string
  readonly account: string
  readonly operation: Operation
  /** Absent when no resource changes. */
  readonly changeSet?: { readonly id: string; readonly stackId: string; readonly token: string }
  readonly template: { readonly file: string; readonly sha256: string }
  /** SHA-256 of the change set's parameters as CloudFormation shows them: NoEcho values are stars in it. */
  readonly parameters: string
  /** Names of NoEcho parameters, which do not count in the hash. */
  readonly noEcho: readonly string[]
  /** The stack's last operation when the plan was made. */
  readonly lastOperation: string
  readonly settings: readonly SettingsChange[]
  /** What the execution needs to know of the stack's settings. */
  readonly stackSettings: PlanSettings
  /** Absent when no resource changes. */
  readonly plan?: Plan
}

/** The settings that count while a change set is executed. */
export type PlanSettings = Pick<
  DeploySettings,
  | 'region'
  | 'profile'
  | 'deployRole'
  | 'role'
  | 'account'
  | 'stackPolicy'
  | 'terminationProtection'
  | 'onFailure'
  | 'timeoutMinutes'
  | 'sources'
>

/** The part of the settings that a plan file keeps. */
export function planSettings(settings: DeploySettings): PlanSettings {
  return Object.fromEntries(
    kept.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])),
  )
}

const kept: readonly (keyof PlanSettings)[] = [
  'region',
  'profile',
  'deployRole',
  'role',
  'account',
  'stackPolicy',
  'terminationProtection',
  'onFailure',
  'timeoutMinutes',
  'sources',
]

/** What the last operations on a stack were: their ids, where the endpoint gives them, or the time of the last one. */
export function lastOperationOf(stack: Stack | undefined): string {
  if (stack === undefined || stack.StackStatus === 'REVIEW_IN_PROGRESS') return 'none'
  // A change set counts as an operation too, and making the plan has made one.
  const ids = (stack.LastOperations ?? []).flatMap(({ OperationType, OperationId = '' }) =>
    OperationType === 'CREATE_CHANGESET' ? [] : [OperationId],
  )
  const time = (stack.LastUpdatedTime ?? stack.CreationTime)?.toISOString() ?? ''
  return `${stack.StackStatus} ${ids.length > 0 ? ids.join(' ') : time}`.trim()
}

/** The hash of a change set's parameters, whatever their order. NoEcho ones count by name only, also where an endpoint shows them. */
export function parametersHash(
  { Parameters = [] }: Pick<DescribeChangeSetOutput, 'Parameters'>,
  noEcho: readonly string[] = [],
): string {
  const shown = Parameters.map(({ ParameterKey = '', ParameterValue, ResolvedValue }) =>
    noEcho.includes(ParameterKey)
      ? [ParameterKey]
      : [ParameterKey, ParameterValue ?? '', ResolvedValue ?? ''],
  )
  return sha256(JSON.stringify(shown.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))))
}

/** A text's hash, in lower-case hexadecimal. */
export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Reads a plan file. */
export function readPlanFile(file: string): PlanFile {
  const text = readBytes('plan', file).toString()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw notAPlan(file, `it is no JSON (${(cause as Error).message})`, cause)
  }
  const { version, stack, template, lastOperation } = (value ?? {}) as Partial<PlanFile>
  if (version !== 1) throw notAPlan(file, `it has version ${String(version)}, expected 1`)
  if (typeof stack !== 'string' || typeof template?.sha256 !== 'string' || typeof lastOperation !== 'string')
    throw notAPlan(file, 'it is not complete')
  return value as PlanFile
}

function notAPlan(file: string, state: string, cause?: unknown): CfstackError {
  return new CfstackError('E_PLAN_FILE', `Cannot read plan "${file}": ${state}`, {
    hint: 'Make it anew with cfstack plan --out',
    cause,
  })
}
