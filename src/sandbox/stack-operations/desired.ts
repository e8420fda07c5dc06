import { isObject } from '../../validate/json.ts'
import type { CallContext } from '../operation.ts'
import { listGiven, textGiven } from '../read-operations/given.ts'
import { judgeDesired } from '../template/judge-desired.ts'
import { settleParameters } from '../template/parameters/settle-parameters.ts'
import { readTemplate } from '../template/read-template.ts'
import type { StackIdentity } from '../template/resolve-env.ts'
import { givenTemplate } from '../template/source/given-template.ts'
import type { Desired, JsonObject, RollbackConfiguration, Tag } from '../world.ts'

/**
 * What a call that makes or changes a stack asks for. What it does not say is taken from the deployed stack, if there is one: an absent list
 * of tags or topics keeps the old one, an empty one clears it. Throws what the call is refused with at once.
 */
export function desiredOf(
  input: JsonObject,
  context: CallContext,
  deployed?: Desired,
  through: 'change set' | 'direct' = 'direct',
): Desired {
  const body = givenTemplate(input, context.world, deployed?.body)
  const template = readTemplate(body)
  const description = template['Description']
  const desired: Desired = {
    body,
    parameters: settleParameters(template, input['Parameters'], deployed?.parameters, context),
    tags: tagsGiven(input) ?? deployed?.tags ?? [],
    capabilities: listGiven<string>(input, 'Capabilities') ?? [],
    topics: listGiven<string>(input, 'NotificationARNs') ?? deployed?.topics ?? [],
    role: textGiven(input, 'RoleARN') ?? deployed?.role,
    rollback: rollbackGiven(input) ?? deployed?.rollback,
    description: typeof description === 'string' ? description : undefined,
  }
  return judgeDesired(desired, { ...context, stack: identityOf(input, context) }, through)
}

/** Of the stack as it is called; whether it exists yet does not matter. */
function identityOf(input: JsonObject, { place }: CallContext): StackIdentity {
  const given = textGiven(input, 'StackName') ?? ''
  const name = given.split('/')[1] ?? given
  const id = `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${name}/`
  return { id: given === name ? id : given, name }
}

function tagsGiven(input: JsonObject): readonly Tag[] | undefined {
  return listGiven<JsonObject>(input, 'Tags')?.map(({ Key, Value }) => ({
    Key: String(Key),
    Value: String(Value),
  }))
}

function rollbackGiven(input: JsonObject): RollbackConfiguration | undefined {
  const given = input['RollbackConfiguration']
  if (!isObject(given)) return undefined
  const triggers = listGiven<JsonObject>(given, 'RollbackTriggers')
  const minutes = given['MonitoringTimeInMinutes']
  return {
    ...(triggers && {
      RollbackTriggers: triggers.map(({ Arn, Type }) => ({ Arn: String(Arn), Type: String(Type) })),
    }),
    ...(minutes !== undefined && { MonitoringTimeInMinutes: Number(minutes) }),
  }
}
