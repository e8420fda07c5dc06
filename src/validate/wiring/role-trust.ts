import { oncePerResource } from '../once-per-template.ts'
import type { ResourceView } from '../template-view.ts'
import { elsewhere, placeOf, read, type Place } from './place.ts'
import { oneOrMore, statementsOf } from './role-grants.ts'
import { textParts, withMarks } from './text-parts.ts'
import type { When } from './when.ts'

/** A service that may assume a role; `*` where the policy is not known. */
export interface Trusted {
  readonly service: string
  readonly when: When
}

/** The services that may assume a role of the template; undefined when its policy says nothing at all. */
export const trustedBy = oncePerResource((role: ResourceView): readonly Trusted[] | undefined => {
  const documents = read(placeOf(role), 'Properties', 'AssumeRolePolicyDocument')
  const statements = documents.flatMap(statementsOf)
  if (statements.length === 0) return undefined
  return statements.flatMap((statement) =>
    read(statement, 'Effect').every(({ value }) => value === 'Deny')
      ? []
      : read(statement, 'Principal').flatMap(servicesIn),
  )
})

function servicesIn(principal: Place): readonly Trusted[] {
  const { value, when } = principal
  if (value === '*' || value === elsewhere || value === undefined || typeof value !== 'object')
    return [{ service: '*', when }]
  return oneOrMore(principal, 'Service').map((place) => ({
    service: withMarks(textParts(place.value), '*'),
    when: place.when,
  }))
}
