import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'
import { sectionOf } from './section-of.ts'

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const limits = { Resources: 500, Parameters: 200, Outputs: 200, Mappings: 200 } as const

/** Throws when a section has more than CloudFormation takes. */
export function judgeLimits(template: JsonObject): void {
  for (const [section, most] of Object.entries(limits)) {
    const count = Object.keys(sectionOf(template, section)).length
    if (count > most)
      throw validationError(
        `Template format error: Number of ${section.toLowerCase()}, ${count}, is greater than maximum allowed, ${most}`,
      )
  }
  const { Description: description } = template
  if (typeof description === 'string' && Buffer.byteLength(description) > 1024)
    throw validationError(
      'Template format error: Description length must be less than or equal to 1024 bytes.',
    )
}
