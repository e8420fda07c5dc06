import { statementsOf } from '../engine/stack-policy.ts'
import type { Operation } from '../operation.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { textGiven, textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'
import { fetchTemplate } from '../template/source/fetch-template.ts'
import type { JsonObject, World } from '../world.ts'

/** GetStackPolicy. */
export const getStackPolicy: Operation = (input, context) => {
  const { policy } = namedStack(context, textNeeded(input, 'StackName'))
  return policy === undefined ? {} : { StackPolicyBody: policy }
}

/** SetStackPolicy. */
export const setStackPolicy: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  stack.policy = policyGiven(input, context.world, 'StackPolicy') ?? stack.policy
  return {}
}

/** The stack policy that a call gives, as text or by address; fails when it is none. */
export function policyGiven(input: JsonObject, world: World, name: string): string | undefined {
  const url = textGiven(input, `${name}URL`)
  const body = textGiven(input, `${name}Body`) ?? (url === undefined ? undefined : fetchTemplate(url, world))
  if (body !== undefined) refusePolicy(body)
  return body
}

function refusePolicy(body: string): void {
  let statements: readonly JsonObject[]
  try {
    statements = statementsOf(body)
  } catch {
    throw validationError('Error validating stack policy: Invalid stack policy')
  }
  const isFine = ({ Effect, Action, NotAction, Resource, NotResource }: JsonObject): boolean =>
    (Effect === 'Allow' || Effect === 'Deny') &&
    (Action ?? NotAction) !== undefined &&
    (Resource ?? NotResource) !== undefined
  if (statements.length === 0 || !statements.every(isFine))
    throw validationError('Error validating stack policy: Invalid stack policy')
}
