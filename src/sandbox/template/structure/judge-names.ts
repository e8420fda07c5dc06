import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'
import { sectionOf } from './section-of.ts'

const kinds = { Parameters: 'Parameter', Resources: 'Resource', Outputs: 'Output' } as const

/** Throws for names of parameters, resources and outputs that are not made of letters and digits. */
export function judgeNames(template: JsonObject): void {
  for (const [section, kind] of Object.entries(kinds))
    for (const name of Object.keys(sectionOf(template, section)))
      // Loops of templates without the language extensions are malformed resources.
      if (!/^[A-Za-z0-9]+$|^Fn::ForEach::/.test(name))
        throw validationError(`Template format error: ${kind} name ${name} is non alphanumeric.`)
}
