import { isObject } from '../../../../validate/json.ts'
import type { JsonObject } from '../../../world.ts'

/** Tags as the serverless types have them, as the list that other types take; with a mark when a kind is given. */
export function tagList(tags: unknown, kind?: 'lambda' | 'stateMachine'): readonly JsonObject[] {
  const given = isObject(tags) ? Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) : []
  return kind === undefined ? given : [...given, { Key: `${kind}:createdBy`, Value: 'SAM' }]
}
