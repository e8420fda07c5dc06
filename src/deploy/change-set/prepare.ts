import { CfstackError } from '../../model/error.ts'
import { changeSetInput, hasNoChanges, readChangeSet } from './change-set.ts'
import type { CloudFormation, CreateChangeSetInput, CreatedChangeSet } from '../calls/client.ts'
import { changeSetFailure } from '../plan/change-set-failure.ts'
import { readSurroundings } from '../plan/read-surroundings.ts'
import { planOf, type Plan } from '../plan/plan.ts'
import type { SettledRequest } from '../template/request.ts'

/** A change set that waits for approval. */
export interface PreparedDeployment {
  readonly plan: Plan
  readonly changeSet: CreatedChangeSet
  /** Identifies the execution; the change set's name. */
  readonly token: string
  /** Removes the change set and, when this deployment made it, the empty stack. */
  discard(): Promise<void>
}

export interface PrepareOptions {
  /** True when an empty stack, which the change set makes or which nobody else waits on, is to go with it. */
  readonly ownsStack: boolean
  /** Values that the plan must not show. */
  readonly secrets: readonly string[]
  readonly signal?: AbortSignal | undefined
  /** Asks for all that CloudFormation warns of, also where nothing is removed. */
  readonly thorough?: boolean
}

/**
 * Makes the change set of a request and reads its plan. Undefined when there is nothing to change. Whatever goes wrong, also an
 * abort, no change set and no empty stack stay behind.
 */
export async function prepare(
  aws: CloudFormation,
  request: SettledRequest,
  options: PrepareOptions,
): Promise<PreparedDeployment | undefined> {
  options.signal?.throwIfAborted()
  const input = changeSetInput(request)
  const changeSet = await createUnlessUnchanged(aws, input)
  if (changeSet === undefined) return undefined
  const discard = () => discardChangeSet(aws, changeSet, { ownsStack: options.ownsStack })
  try {
    const description = await readChangeSet(aws, changeSet.id, options.signal)
    if (description.Status !== 'FAILED') {
      const { operation, template, settings } = request
      const plan = planOf(description, {
        operation,
        template,
        sources: settings.sources,
        secrets: options.secrets,
        ...(await readSurroundings(aws, description, options)),
      })
      return { plan, changeSet, discard, token: input.ChangeSetName ?? '' }
    }
    if (!hasNoChanges(description.StatusReason)) {
      const { stackName, settings } = request
      throw await changeSetFailure(
        aws,
        { ...description, ChangeSetId: changeSet.id },
        { stackName, sources: settings.sources, secrets: options.secrets },
      )
    }
  } catch (error) {
    await discard().catch(() => undefined)
    throw error
  }
  await discard()
  return undefined
}

/** Some endpoints refuse an empty change set at once, in the words that others put into its status. */
async function createUnlessUnchanged(
  aws: CloudFormation,
  input: CreateChangeSetInput,
): Promise<CreatedChangeSet | undefined> {
  return aws.createChangeSet(input).catch((error: unknown) => {
    if (error instanceof CfstackError && hasNoChanges(error.message)) return undefined
    throw error
  })
}

async function discardChangeSet(
  aws: CloudFormation,
  { id, stackId }: CreatedChangeSet,
  { ownsStack }: { ownsStack: boolean },
): Promise<void> {
  await aws.deleteChangeSet(id).catch(async (error: unknown) => {
    // One that is still being computed can't be removed.
    if (!isBadStatus(error)) throw error
    await readChangeSet(aws, id)
    await aws.deleteChangeSet(id)
  })
  if (!ownsStack) return
  const stack = await aws.describeStack(stackId)
  if (stack?.StackStatus !== 'REVIEW_IN_PROGRESS') return
  // Somebody else may have added a change set meanwhile.
  const others = (await aws.pendingChangeSets(stackId)).filter((one) => one.id !== id)
  if (others.length > 0) return
  // Who may only plan leaves the empty stack: it costs nothing, and the next deployment uses it.
  await aws.deleteStack(stackId).catch((error: unknown) => {
    if (!(error instanceof CfstackError && error.code === 'E_ACCESS')) throw error
  })
}

function isBadStatus(error: unknown): boolean {
  const cause = error instanceof CfstackError ? error.cause : undefined
  return cause instanceof Error && cause.name.startsWith('InvalidChangeSetStatus')
}
