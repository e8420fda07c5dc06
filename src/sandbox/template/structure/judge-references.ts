import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'
import { referencesOf } from './references.ts'
import { sectionOf } from './section-of.ts'

/** Throws for names of resources and parameters that are nowhere in the template. */
export function judgeReferences(template: JsonObject): void {
  const resources = sectionOf(template, 'Resources')
  const parameters = sectionOf(template, 'Parameters')
  const isThere = (name: string): boolean =>
    Object.hasOwn(resources, name) || Object.hasOwn(parameters, name) || name.startsWith('AWS::')
  for (const section of ['Resources', 'Outputs']) {
    const missing = missingIn(section, template, isThere)
    if (missing.length > 0)
      throw validationError(
        `Template format error: Unresolved resource dependencies [${missing.join(', ')}] in the ${section} block of the template`,
      )
  }
  const inConditions = missingIn(
    'Conditions',
    template,
    (name) => isThere(name) && !Object.hasOwn(resources, name),
  )
  if (inConditions.length > 0)
    throw validationError(
      `Template format error: Unresolved dependencies [${inConditions.join(', ')}]. Cannot reference resources in the Conditions block of the template`,
    )
}

function missingIn(
  section: string,
  template: JsonObject,
  isThere: (name: string) => boolean,
): readonly string[] {
  const missing = new Set<string>()
  for (const one of Object.values(sectionOf(template, section))) {
    for (const name of referencesOf(one, section).all) if (!isThere(name)) missing.add(name)
    if (section !== 'Resources' || !isObject(one) || one['DependsOn'] === undefined) continue
    for (const name of [one['DependsOn']].flat())
      if (typeof name === 'string' && !Object.hasOwn(sectionOf(template, section), name)) missing.add(name)
  }
  return [...missing]
}
