import { ServiceError, validationError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'
import { placeOf, roleCredentials, type Caller } from './caller.ts'

/** The actions of STS that deployment tools use. */
export function stsOutput(action: string, input: JsonObject, caller: Caller): JsonObject {
  if (action === 'GetCallerIdentity') {
    return { UserId: caller.userId, Account: caller.place.account, Arn: caller.arn }
  }
  if (action === 'AssumeRole') return assumeRole(input, caller)
  throw new ServiceError('InvalidAction', `Could not find operation ${action} for version 2011-06-15`)
}

function assumeRole(input: JsonObject, caller: Caller): JsonObject {
  const arn = String(input['RoleArn'] ?? '')
  const [, account, path] = /^arn:[\w-]+:iam::(\d{12}):role\/(.+)$/.exec(arn) ?? []
  if (account === undefined || path === undefined) throw validationError(`${arn} is invalid`)
  const role = path.split('/').at(-1) ?? path
  const session = String(input['RoleSessionName'] ?? 'session')
  const place = placeOf(account, caller.place.region)
  return {
    AssumedRoleUser: {
      AssumedRoleId: `AROASANDBOXSANDBOXSB:${session}`,
      Arn: `arn:${place.partition}:sts::${account}:assumed-role/${role}/${session}`,
    },
    Credentials: credentials(account, `${role}/${session}`, input),
  }
}

function credentials(account: string, name: string, input: JsonObject): JsonObject {
  const [role = '', session = ''] = name.split('/')
  const { key, token } = roleCredentials(account, role, session)
  const seconds = Number(input['DurationSeconds'] ?? 3600)
  return {
    AccessKeyId: key,
    SecretAccessKey: 'sandbox',
    SessionToken: token,
    Expiration: new Date(Date.now() + seconds * 1000).toISOString(),
  }
}
