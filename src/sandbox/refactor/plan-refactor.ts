import { isDeepStrictEqual } from 'node:util'
import { newStack } from '../engine/new-stack.ts'
import type { CallContext } from '../operation.ts'
import { findStack } from '../read-operations/find-stack.ts'
import { desiredOf } from '../stack-operations/desired.ts'
import { processTemplate } from '../template/process-template.ts'
import { readTemplate } from '../template/read-template.ts'
import type { Desired, StackState } from '../world.ts'
import { planMoves, type Placed } from './plan-moves.ts'
import type { Move, RefactorState, StackDefinition } from './refactor-state.ts'

/** Finds out what a refactor does, and notes it; a text says why it cannot be done. New stacks begin to exist. */
export function planRefactor(refactor: RefactorState, context: CallContext): string | undefined {
  const { definitions, mappings } = refactor
  const problem = definitions.map((one) => problemOf(one, refactor, context)).find((one) => one !== undefined)
  if (problem !== undefined) return problem
  const sides = definitions.map((one) => sidesOf(one, context))
  const moves = planMoves({
    before: sides.flatMap(({ before }) => before),
    after: sides.flatMap(({ after }) => after),
    mappings,
  })
  if (typeof moves === 'string') return moves
  if (moves.length === 0) return 'No resources are moved by this stack refactor'
  refactor.moves = moves.map(({ source, destination, isMapped }): Move => {
    const { type, stack, logicalId } = source
    return {
      source: { stack, logicalId },
      destination: { stack: destination.stack, logicalId: destination.logicalId },
      type,
      physicalId: findStack(context, stack)?.resources[logicalId]?.physicalId ?? '',
      isMapped,
      isUnchanged: isDeepStrictEqual(source.properties, destination.properties),
    }
  })
  refactor.stacks = definitions.map((one) => refactoredStack(one, context))
  return undefined
}

/** What a stack is to be: its template is another, everything else stays. */
export function desiredAfter(
  { body }: StackDefinition,
  stack: StackState | undefined,
  context: CallContext,
): Desired {
  if (stack === undefined) return desiredOf({ TemplateBody: body }, context)
  return desiredOf({ TemplateBody: body, Parameters: keptParameters(body, stack) }, context, stack.desired)
}

function keptParameters(body: string, { desired }: StackState): readonly object[] {
  const declared = readTemplate(body)['Parameters'] ?? {}
  return desired.parameters
    .filter(({ key }) => Object.hasOwn(declared, key))
    .map(({ key }) => ({ ParameterKey: key, UsePreviousValue: true }))
}

/** Parts of a template that a refactor leaves as they are. */
const fixedParts = ['Parameters', 'Conditions', 'Mappings']

function problemOf(
  definition: StackDefinition,
  refactor: RefactorState,
  context: CallContext,
): string | undefined {
  const { name, body } = definition
  const stack = findStack(context, name)
  if (stack === undefined)
    return refactor.createsStacks
      ? undefined
      : `Stack ${name} does not exist, and stack creation is not enabled`
  if (!/^(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT|IMPORT_ROLLBACK)_COMPLETE$/.test(stack.status))
    return `Stack ${name} is in ${stack.status} state and can not be refactored`
  const [before, after] = [readTemplate(stack.desired.body), readTemplate(body)]
  const part = fixedParts.find((one) => !isWithin(after[one], before[one]))
  return (
    part && `${part} of stack ${name} are changed. Stack refactor does not support adding or changing them`
  )
}

/** Whether everything of a part is in the other one, unchanged. */
function isWithin(part: unknown = {}, whole: unknown = {}): boolean {
  const known = whole as { readonly [name: string]: unknown }
  return Object.entries(part as object).every(([name, value]) => isDeepStrictEqual(value, known[name]))
}

function sidesOf(
  definition: StackDefinition,
  context: CallContext,
): { readonly before: readonly Placed[]; readonly after: readonly Placed[] } {
  const stack = findStack(context, definition.name)
  const placed = (desired: Desired): readonly Placed[] =>
    processTemplate(
      desired,
      context.place,
      stack ?? { id: '', name: definition.name },
      context.world,
    ).resources.map(({ logicalId, type, properties }) => ({
      stack: definition.name,
      logicalId,
      type,
      properties,
    }))
  return {
    before: stack ? placed(stack.desired) : [],
    after: placed(desiredAfter(definition, stack, context)),
  }
}

function refactoredStack(definition: StackDefinition, context: CallContext): RefactorState['stacks'][number] {
  const { name } = definition
  const found = findStack(context, name)
  const stack =
    found ??
    newStack(context.world, {
      name,
      place: context.place,
      desired: desiredAfter(definition, undefined, context),
      status: 'REVIEW_IN_PROGRESS',
    })
  return { id: stack.id, name, isNew: found === undefined, operations: stack.operations.length }
}
