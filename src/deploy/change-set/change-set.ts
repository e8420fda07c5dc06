import { CfstackError } from '../../model/error.ts'
import { capabilitiesOf } from '../../model/capabilities.ts'
import type { Capability } from '../../model/stack.ts'
import type {
  CloudFormation,
  CloudFormationReads,
  CreateChangeSetInput,
  DescribeChangeSetOutput,
} from '../calls/client.ts'
import { changeSetName, runDescription } from './change-set-name.ts'
import { mergeDescriptions } from './merge-descriptions.ts'
import { poll } from '../calls/poll.ts'
import type { DeployRequest, SettledRequest } from '../template/request.ts'

/** The call that makes a request's change set. Two calls for the same request differ in their name only. */
export function changeSetInput(request: SettledRequest): CreateChangeSetInput {
  const { operation, stackName, settings, source, template, kind = {} } = request
  const { revertDrift, importExisting, imports = [] } = kind
  const name = changeSetName(request.hash)
  const nested = Object.values(template.Resources).some(({ Type }) => Type === 'AWS::CloudFormation::Stack')
  return {
    StackName: stackName,
    ChangeSetName: name,
    ClientToken: name,
    Description: request.description ?? runDescription(),
    ChangeSetType: imports.length > 0 ? 'IMPORT' : operation === 'create' ? 'CREATE' : 'UPDATE',
    ...source,
    Parameters: [...request.parameters],
    Capabilities: capabilitiesFor(request),
    ...(operation === 'create' && imports.length === 0
      ? { OnStackFailure: settings.onFailure ?? 'DELETE' }
      : {}),
    ...(nested && imports.length === 0 ? { IncludeNestedStacks: true } : {}),
    ...(revertDrift ? { DeploymentMode: 'REVERT_DRIFT' } : {}),
    ...(importExisting ? { ImportExistingResources: true } : {}),
    ...(imports.length > 0
      ? {
          ResourcesToImport: imports.map((one) => ({
            ...one,
            ResourceIdentifier: { ...one.ResourceIdentifier },
          })),
        }
      : {}),
    ...stackInput(request),
  }
}

function stackInput({ settings }: DeployRequest): Partial<CreateChangeSetInput> {
  const { tags, notificationTopics, role, rollbackAlarms, monitoringMinutes } = settings
  const triggers = rollbackAlarms?.map(({ arn, type }) => ({
    Arn: arn,
    Type: type ?? 'AWS::CloudWatch::Alarm',
  }))
  return {
    ...(tags === undefined ? {} : { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }),
    ...(notificationTopics === undefined ? {} : { NotificationARNs: [...notificationTopics] }),
    ...(role === undefined ? {} : { RoleARN: role }),
    ...(triggers === undefined && monitoringMinutes === undefined
      ? {}
      : {
          RollbackConfiguration: {
            ...(triggers === undefined ? {} : { RollbackTriggers: triggers }),
            ...(monitoringMinutes === undefined ? {} : { MonitoringTimeInMinutes: monitoringMinutes }),
          },
        }),
  }
}

/** The capabilities to acknowledge; throws when the settings do not allow one that the template needs. */
export function capabilitiesFor({
  stackName,
  template,
  settings,
}: Pick<DeployRequest, 'stackName' | 'template' | 'settings'>): Capability[] {
  const needed = capabilitiesOf(template)
  const { capabilitiesCeiling: ceiling } = settings
  const refused = needed.filter(({ capability }) => ceiling !== undefined && !ceiling.includes(capability))
  if (refused.length > 0) {
    const list = refused
      .map(({ capability, reason }) => `${capability} (for ${reason.join(', ')})`)
      .join(', ')
    throw new CfstackError('E_CAPABILITY', `Cannot deploy stack "${stackName}": its template needs ${list}`, {
      hint: `The settings allow ${ceiling?.join(', ') || 'none'}; add it to capabilitiesCeiling, or remove what needs it`,
    })
  }
  return needed.map(({ capability }) => capability)
}

/** Waits until a change set has been computed or has failed, and reads all pages of it. */
export async function readChangeSet(
  aws: CloudFormation,
  id: string,
  signal?: AbortSignal,
): Promise<DescribeChangeSetOutput> {
  const reads = aws.until(signal)
  const first = await poll(
    async () => {
      const page = await reads.describeChangeSet(id, { values: true })
      return page.Status === 'CREATE_COMPLETE' || page.Status === 'FAILED' ? page : undefined
    },
    { signal },
  )
  if (first.Status === 'FAILED') return first
  return describeAll(reads, id, first)
}

/**
 * All pages of a computed change set, with values. CloudFormation may drop changes when values are asked for and says so in the
 * reason only: what the description without values has besides is added then.
 */
export async function describeAll(
  aws: CloudFormationReads,
  id: string,
  first?: DescribeChangeSetOutput,
): Promise<DescribeChangeSetOutput> {
  const withValues = await everyPage(aws, id, { values: true, first })
  if (!withValues.StatusReason) return withValues
  return mergeDescriptions(withValues, await everyPage(aws, id, { values: false, first: undefined }))
}

async function everyPage(
  aws: CloudFormationReads,
  id: string,
  { values, first }: { values: boolean; first: DescribeChangeSetOutput | undefined },
): Promise<DescribeChangeSetOutput> {
  const start = first ?? (await aws.describeChangeSet(id, { values }))
  const changes = [...(start.Changes ?? [])]
  for (let next = start.NextToken; next !== undefined && next !== '';) {
    const page = await aws.describeChangeSet(id, { values, next })
    changes.push(...(page.Changes ?? []))
    next = page.NextToken
  }
  return { ...start, Changes: changes }
}

/** True when a change set failed because there is nothing to change; CloudFormation says it in words only. */
export function hasNoChanges(statusReason: string | undefined): boolean {
  return noChangesTexts.some((text) => (statusReason ?? '').toLowerCase().includes(text))
}

/** As CloudFormation says it for templates, nested stacks and transforms, and as it has said it before. */
const noChangesTexts = [
  "the submitted information didn't contain changes",
  'the submitted information did not contain changes',
  'no updates are to be performed',
  'there are no changes to be made',
  'no changes to deploy',
  'no changes to perform',
  'does not contain changes',
]
