import type { Failure } from './running.ts'

const verbs = ['create', 'update', 'delete', 'import'] as const

/**
 * What CloudFormation says of a stack whose resources failed.
 *
 * @example
 * failureReason([{ logicalId: 'Queue', verb: 'create' }]) // 'The following resource(s) failed to create: [Queue]. '
 */
export function failureReason(failures: readonly Failure[]): string {
  return verbs
    .map((verb) => ({
      verb,
      ids: failures.filter((failure) => failure.verb === verb).map(({ logicalId }) => logicalId),
    }))
    .filter(({ ids }) => ids.length > 0)
    .map(({ verb, ids }) => `The following resource(s) failed to ${verb}: [${ids.join(', ')}]. `)
    .join('')
}
