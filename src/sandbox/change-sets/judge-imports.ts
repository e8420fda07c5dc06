import { findLive, findNamed } from '../live.ts'
import type { Place, World } from '../world.ts'
import type { ResourceToImport } from './change-set-state.ts'

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
