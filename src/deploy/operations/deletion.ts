import type { Template } from '../../model/template.ts'
import type { Stack, StackResourceSummary } from '../calls/client.ts'
import { isStateful } from '../../spec/stateful.ts'
import { deletionFate, type Fate } from './deletion-fate.ts'

/** What a deletion does to one resource. */
export interface DoomedResource {
  readonly logicalId: string
  readonly type: string
  readonly physicalId?: string
  readonly fate: Fate
  readonly stateful: boolean
  /** `file:line` of the code that made the resource. */
  readonly source?: string
  /** Why an earlier deletion could not remove it. */
  readonly failure?: string
}

/** An export that other stacks read, so that the stack cannot go before them. */
export interface ExportInUse {
  readonly name: string
  readonly importers: readonly string[]
}

/** What the deletion of one stack means. */
export interface Deletion {
  readonly stack: string
  readonly stackId: string
  readonly status: string
  readonly terminationProtection: boolean
  /** What holds data comes first. */
  readonly resources: readonly DoomedResource[]
  readonly exportsInUse: readonly ExportInUse[]
}

export interface DeletionFacts {
  readonly resources: readonly StackResourceSummary[]
  /** The deployed template; without it every resource counts as deleted. */
  readonly template: Template | undefined
  readonly exportsInUse: readonly ExportInUse[]
  readonly sources?: Readonly<Record<string, string>> | undefined
  /** Logical ids that stay, in `DELETE_FAILED`. */
  readonly retain?: readonly string[]
}

/** What will become of a stack and its resources. Pure. */
export function deletionOf(stack: Stack, facts: DeletionFacts): Deletion {
  const resources = facts.resources
    .filter(({ ResourceStatus = '' }) => !['DELETE_COMPLETE', 'DELETE_SKIPPED'].includes(ResourceStatus))
    .map((resource) => doomed(resource, facts))
  return {
    stack: stack.StackName ?? '',
    stackId: stack.StackId ?? '',
    status: stack.StackStatus ?? '',
    terminationProtection: stack.EnableTerminationProtection ?? false,
    resources: [...resources.filter(losesData), ...resources.filter((one) => !losesData(one))],
    exportsInUse: facts.exportsInUse,
  }
}

/** True for resources whose data the deletion takes along. */
export function losesData({ stateful, fate }: DoomedResource): boolean {
  return stateful && fate === 'delete'
}

function doomed(
  resource: StackResourceSummary,
  { template, sources, retain = [] }: DeletionFacts,
): DoomedResource {
  const { LogicalResourceId: logicalId = '', ResourceType: type = '', PhysicalResourceId } = resource
  const source = sources?.[logicalId]
  const failure = resource.ResourceStatus === 'DELETE_FAILED' ? resource.ResourceStatusReason : undefined
  return {
    logicalId,
    type,
    ...(PhysicalResourceId ? { physicalId: PhysicalResourceId } : {}),
    fate: retain.includes(logicalId) ? 'retain' : deletionFate(type, template?.Resources[logicalId]),
    stateful: isStateful(type),
    ...(source === undefined ? {} : { source }),
    ...(failure === undefined ? {} : { failure }),
  }
}
