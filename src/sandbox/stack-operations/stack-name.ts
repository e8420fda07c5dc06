import { textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'

const longest = 128

/** The name that a new stack is given; fails in CloudFormation's words when no stack can have it. */
export function newStackName(input: JsonObject): string {
  const name = textNeeded(input, 'StackName')
  if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name))
    throw refused(name, 'satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*')
  if (name.length > longest) throw refused(name, `have length less than or equal to ${longest}`)
  return name
}

function refused(name: string, rule: string): Error {
  return validationError(
    `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must ${rule}`,
  )
}
