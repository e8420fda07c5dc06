import type { Rule } from '../../check.ts'
import { apiRelations } from './relations/apis.ts'
import { containerRelations } from './relations/containers.ts'
import { databaseRelations } from './relations/databases.ts'
import { queueRelations } from './relations/queues.ts'

/** What must hold between a resource and one that it names. */
export interface Relation {
  readonly rule: Rule
  /** The type of the resource, and the path to where it names the other. */
  readonly from: string
  readonly via: string
  /** The type of the other. */
  readonly to: string
  /** Paths to what is compared, of each. */
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
  /** What is said when the values do not go together; undefined when they do, or when it is not known. */
  readonly wrong: (ours: readonly unknown[], theirs: readonly unknown[], id: string) => string | undefined
  /** Whose first value is at fault. */
  readonly at?: 'ours' | 'theirs'
}

export const relations: readonly Relation[] = [
  ...apiRelations,
  ...containerRelations,
  ...databaseRelations,
  ...queueRelations,
]
