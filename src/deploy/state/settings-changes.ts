import { isDeepStrictEqual } from 'node:util'
import { CfstackError } from '../../model/error.ts'
import type { CloudFormation, CloudFormationReads, Stack } from '../calls/client.ts'
import type { DeploySettings } from '../template/request.ts'

/** What the settings change at a stack besides its resources. */
export interface SettingsChange {
  readonly what:
    'stack-policy' | 'termination-protection' | 'role' | 'tags' | 'notification-topics' | 'rollback-alarms'
  /** For people, for example `Termination protection: off → on`. */
  readonly text: string
}

/** Compares a deployed stack with the settings; what those do not say stays. */
export async function settingsChanges(
  aws: CloudFormationReads,
  before: Stack | undefined,
  settings: DeploySettings,
): Promise<readonly SettingsChange[]> {
  const stack = before?.StackStatus === 'REVIEW_IN_PROGRESS' ? undefined : before
  const policy =
    settings.stackPolicy === undefined || stack?.StackId === undefined
      ? undefined
      : await readPolicy(aws, stack.StackId)
  return [
    ...(stack === undefined ? [] : sentChanges(stack, settings)),
    ...policyChange(policy, settings),
    ...protectionChange(stack, settings),
  ]
}

/** True for changes that a call of their own makes; the others go with the change set. */
export function isOwnCall({ what }: SettingsChange): boolean {
  return what === 'stack-policy' || what === 'termination-protection'
}

/** Makes one of the changes, when it is among those that are wanted. */
export async function applySetting(
  aws: CloudFormation,
  stackId: string,
  what: SettingsChange['what'],
  { changes, settings }: { changes: readonly SettingsChange[]; settings: DeploySettings },
): Promise<void> {
  if (!changes.some((change) => change.what === what)) return
  if (what === 'stack-policy') await aws.setStackPolicy(stackId, settings.stackPolicy ?? {})
  else await aws.setTerminationProtection(stackId, settings.terminationProtection === true)
}

/** What CreateChangeSet carries. A new stack has nothing to compare it with. */
function sentChanges(stack: Stack, settings: DeploySettings): SettingsChange[] {
  const { role, tags, notificationTopics } = settings
  const changes: SettingsChange[] = []
  if (role !== undefined && role !== stack.RoleARN)
    changes.push({ what: 'role', text: `Role: ${stack.RoleARN ?? 'none'} → ${role}` })
  const oldTags = Object.fromEntries((stack.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]))
  if (tags !== undefined && !isDeepStrictEqual(oldTags, { ...tags }))
    changes.push({ what: 'tags', text: `Stack tags: ${tagDifference(oldTags, tags)}` })
  const oldTopics = [...(stack.NotificationARNs ?? [])].sort()
  if (notificationTopics !== undefined && !isDeepStrictEqual(oldTopics, [...notificationTopics].sort()))
    changes.push({
      what: 'notification-topics',
      text: `Notification topics: ${list(oldTopics)} → ${list(notificationTopics)}`,
    })
  return [...changes, ...alarmChange(stack, settings)]
}

function alarmChange(stack: Stack, { rollbackAlarms, monitoringMinutes }: DeploySettings): SettingsChange[] {
  const old = stack.RollbackConfiguration ?? {}
  const oldAlarms = (old.RollbackTriggers ?? []).map(({ Arn = '' }) => Arn).sort()
  const alarms = rollbackAlarms?.map(({ arn }) => arn).sort() ?? oldAlarms
  const oldMinutes = old.MonitoringTimeInMinutes ?? 0
  const minutes = monitoringMinutes ?? oldMinutes
  if (isDeepStrictEqual([oldAlarms, oldMinutes], [alarms, minutes])) return []
  const shown = (names: readonly string[], time: number) => `${list(names)}, watched ${time} min`
  return [
    {
      what: 'rollback-alarms',
      text: `Rollback alarms: ${shown(oldAlarms, oldMinutes)} → ${shown(alarms, minutes)}`,
    },
  ]
}

function policyChange(old: unknown, { stackPolicy }: DeploySettings): SettingsChange[] {
  if (stackPolicy === undefined || isDeepStrictEqual(old, stackPolicy)) return []
  const text = old === undefined ? 'Stack policy: none → that of the settings' : 'Stack policy: changes'
  return [{ what: 'stack-policy', text }]
}

function protectionChange(
  stack: Stack | undefined,
  { terminationProtection: wanted }: DeploySettings,
): SettingsChange[] {
  const isOn = stack?.EnableTerminationProtection ?? false
  if (wanted === undefined || wanted === isOn) return []
  return [
    {
      what: 'termination-protection',
      text: `Termination protection: ${isOn ? 'on → off' : 'off → on'}`,
    },
  ]
}

/** For example `+team "web", ~stage "dev" → "prod", -owner`. */
function tagDifference(
  old: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): string {
  const put = Object.entries(wanted).flatMap(([key, value]) => {
    const was = old[key]
    if (was === value) return []
    return [was === undefined ? `+${key} "${value}"` : `~${key} "${was}" → "${value}"`]
  })
  const gone = Object.keys(old).flatMap((key) => (key in wanted ? [] : [`-${key}`]))
  return [...put, ...gone].join(', ')
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.join(', ')
}

/** The policy, parsed; undefined when there is none, or when it may not be read: then it is set in any case. */
async function readPolicy(aws: CloudFormationReads, stackId: string): Promise<unknown> {
  const text = await aws.stackPolicy(stackId).catch((error: unknown) => {
    if (error instanceof CfstackError && error.code === 'E_ACCESS') return undefined
    throw error
  })
  return text === undefined || text === '' ? undefined : JSON.parse(text)
}
