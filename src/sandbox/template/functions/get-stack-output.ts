import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import { malformedCall } from './malformed-call.ts'
import type { StackState, World } from '../../world.ts'
import type { ResolveEnv, TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'

/** `Fn::GetStackOutput`: an output of a stack, of any region, and of another account when a role of it is named. */
export const getStackOutput: TemplateFunction = (argument, env, resolve) => {
  const given = resolve(argument, env)
  if (!isObject(given) || typeof given['StackName'] !== 'string' || typeof given['OutputName'] !== 'string')
    throw malformedCall('Fn::GetStackOutput')
  const { StackName: name, OutputName: output, Region: region, RoleArn: role } = given
  if ([name, output, region, role].includes(unknownValue)) return unknownValue
  if (env.stackOutput !== undefined) return env.stackOutput()
  const stack = findStack(env.world, name as string, placeOf(env, region, role))
  if (stack === undefined) throw validationError(`Stack with id ${String(name)} does not exist`)
  const found = stack.outputs.find(({ key }) => key === output)
  if (found === undefined)
    throw validationError(`No output named ${String(output)} found in stack ${stack.name}.`)
  return found.value
}

function placeOf({ place }: ResolveEnv, region: unknown, role: unknown): { account: string; region: string } {
  const account = typeof role === 'string' ? /^arn:[^:]+:iam::(\d{12}):/.exec(role)?.[1] : undefined
  return { account: account ?? place.account, region: typeof region === 'string' ? region : place.region }
}

function findStack(
  world: World,
  name: string,
  place: { readonly account: string; readonly region: string },
): StackState | undefined {
  return Object.values(world.stacks).find(
    (stack) =>
      (stack.name === name || stack.id === name) &&
      stack.status !== 'DELETE_COMPLETE' &&
      stack.place.account === place.account &&
      stack.place.region === place.region,
  )
}
