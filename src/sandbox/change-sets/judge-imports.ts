import { isObject } from '../../validate/json.ts'
import { findLive, findNamed } from '../live.ts'
import { namingProperties } from '../types/identifier.ts'
import type { Place, World } from '../world.ts'
import type { ResourceToImport } from './change-set-state.ts'
import type { PlannedChange } from './planned-change.ts'

/** Why resources cannot be imported, in the words of those who have been asked for them; undefined when they can. */
export function judgeImports(
  world: World,
  place: Place,
  imports: readonly ResourceToImport[] = [],
): string | undefined {
  for (const { ResourceType: type, ResourceIdentifier: identifier } of imports) {
    const name = Object.values(identifier).join('|')
    const live =
      findLive(world, { place, type, physicalId: name }) ??
      findNamed(world, { place, type, properties: identifier })
    if (live === undefined) return notFound(type, name)
    if (live.owner !== undefined) return `${name} already exists in stack ${live.owner.stackId}`
  }
  return undefined
}

function notFound(type: string, name: string): string {
  if (type === 'AWS::S3::Bucket') return 'Bucket not found'
  if (type === 'AWS::DynamoDB::Table') return `Table: ${name} does not exist.`
  return `Resource of type '${type}' with identifier '${name}' was not found.`
}

/** Why resources that are imported by their names cannot be: they could be deleted with the stack. Undefined when they can. */
export function judgeExisting(changes: readonly PlannedChange[]): string | undefined {
  const open = changes.filter(
    ({ action, after }) =>
      action === 'Import' && !String(after?.['DeletionPolicy'] ?? '').startsWith('Retain'),
  )
  if (open.length === 0) return undefined
  const list = open.map(({ logicalId, type, after }) => {
    const properties = isObject(after?.['Properties']) ? after['Properties'] : {}
    const names = namingProperties(type).flatMap((name) =>
      properties[name] === undefined ? [] : [`${name}=${String(properties[name])}`],
    )
    return `${logicalId} ({${names.join(', ')}})`
  })
  return `CloudFormation is attempting to import some resources because they already exist in your account. The resources must have the DeletionPolicy attribute set to 'Retain' or 'RetainExceptOnCreate' in the template for successful import. The affected resources are ${list.join(', ')}`
}
