import type { Template } from '../../model/template.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import { describeAll } from '../change-set/change-set.ts'
import type { CloudFormationReads, DescribeChangeSetOutput, OperationEvent } from '../calls/client.ts'
import { optionalRead, type Readable } from '../calls/optional-read.ts'
import type { NestedReading, PlannedHook } from './plan.ts'
import type { HookAnnotation } from './plan-finding.ts'

/** What belongs to a change set besides its own changes. */
export interface Surroundings {
  readonly nested: ReadonlyMap<string, NestedReading>
  readonly hooks: readonly PlannedHook[]
  readonly events: readonly OperationEvent[]
}

/**
 * Reads the nested change sets of a change set, its hooks and its warnings. Only what the changes say is there is asked for; warnings
 * of all kinds, for example of quotas, on request.
 */
export async function readSurroundings(
  aws: Readable,
  description: DescribeChangeSetOutput,
  {
    thorough = false,
    signal,
  }: { readonly thorough?: boolean; readonly signal?: AbortSignal | undefined } = {},
): Promise<Surroundings> {
  const nested = await readNested(aws.until(signal), description)
  const all = [description, ...[...nested.values()].map((one) => one.description)]
  const changes = all.flatMap(({ Changes = [] }) => Changes)
  const isHooked = changes.some(({ HookInvocationCount }) => (HookInvocationCount ?? 0) > 0)
  const mayWarn = changes.some(
    ({ ResourceChange: change }) => change?.Action === 'Remove' || change?.Replacement === 'True',
  )
  const id = description.ChangeSetId ?? ''
  return {
    nested,
    hooks: isHooked ? await plannedHooks(aws, id, signal) : [],
    // Early validation warns above all of what is in the way of a deletion.
    events: mayWarn || thorough ? await warnings(aws, id, signal) : [],
  }
}

/** What the hooks that refused a change set wrote down about it. */
export async function hookAnnotations(
  aws: CloudFormationReads,
  changeSet: string,
): Promise<readonly HookAnnotation[]> {
  const results = await aws.hookResults('CHANGE_SET', changeSet)
  const failed = results.filter(({ Status }) => /FAILED/.test(Status ?? ''))
  const described = await Promise.all(failed.map(({ HookResultId }) => aws.hookResult(HookResultId ?? '')))
  return described.flatMap(({ TypeName: hook = '', Annotations = [] }) =>
    Annotations.filter(({ Status }) => Status !== 'PASSED' && Status !== 'SKIPPED').map((one) => ({
      hook,
      message: one.StatusMessage ?? one.AnnotationName ?? '',
      ...(one.RemediationMessage === undefined && one.RemediationLink === undefined
        ? {}
        : {
            remediation: [one.RemediationMessage, one.RemediationLink]
              .filter((part) => part !== undefined)
              .join(' '),
          }),
    })),
  )
}

async function readNested(
  aws: CloudFormationReads,
  description: DescribeChangeSetOutput,
): Promise<Map<string, NestedReading>> {
  const found = new Map<string, NestedReading>()
  for (const { ResourceChange: change } of description.Changes ?? []) {
    const id = change?.ChangeSetId
    if (id === undefined || id === '' || id === description.ChangeSetId) continue
    const inner = await describeAll(aws, id)
    found.set(id, { description: inner, template: await nestedTemplate(aws, id) })
    for (const [innerId, reading] of await readNested(aws, inner)) found.set(innerId, reading)
  }
  return found
}

async function nestedTemplate(aws: CloudFormationReads, changeSet: string): Promise<Template | undefined> {
  try {
    const template = parseTemplate(await aws.template({ changeSet }), changeSet) as Template | null
    return typeof template?.Resources === 'object' ? template : undefined
  } catch {
    return undefined
  }
}

function warnings(
  aws: Readable,
  changeSet: string,
  signal: AbortSignal | undefined,
): Promise<readonly OperationEvent[]> {
  return optionalRead(aws, (reads) => reads.failedEvents({ changeSet }), { otherwise: [], polls: 3, signal })
}

async function plannedHooks(
  aws: Readable,
  changeSet: string,
  signal: AbortSignal | undefined,
): Promise<readonly PlannedHook[]> {
  const hooks = await optionalRead(aws, (reads) => reads.changeSetHooks(changeSet), {
    otherwise: [],
    polls: 3,
    signal,
  })
  return hooks.map(({ TypeName = '', FailureMode = '', TargetDetails }) => {
    const logicalId = TargetDetails?.ResourceTargetDetails?.LogicalResourceId
    return { type: TypeName, failureMode: FailureMode, ...(logicalId === undefined ? {} : { logicalId }) }
  })
}
