export type Level = 'error' | 'warning' | 'info'

/** Where in the template: keys and indexes from the root, for example `['Resources', 'Vpc', 'Properties', 'CidrBlock']`. */
export type Path = readonly (string | number)[]

/** One thing that is wrong in a template, or worth knowing. */
export interface Finding {
  /** cfn-lint's code where the check is the same, ours (`CFS0001`) where it is not. */
  readonly code: string
  readonly level: Level
  readonly path: Path
  /** The resource it is about. */
  readonly logicalId?: string
  readonly message: string
  /** What to do, or the values that are allowed. */
  readonly hint?: string
  /** `file:line` of the code that made the resource, when known. */
  readonly source?: string
}
