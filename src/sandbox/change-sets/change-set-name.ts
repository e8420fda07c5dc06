import { textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'

const longest = 128

/** The name that a new change set is given; fails in CloudFormation's words when none can have it. */
export function changeSetName(input: JsonObject): string {
  const name = textNeeded(input, 'ChangeSetName')
  const rule = !/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name)
    ? 'satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*'
    : name.length > longest
      ? `have length less than or equal to ${longest}`
      : undefined
  if (rule === undefined) return name
  throw validationError(
    `1 validation error detected: Value '${name}' at 'changeSetName' failed to satisfy constraint: Member must ${rule}`,
  )
}
