import type { AppStack } from '../../validate/app/app-stack.ts'
import { validateApp } from '../../validate/app/validate-app.ts'
import { isObject } from '../../validate/json.ts'
import { sift, type Suppression } from '../../validate/suppress.ts'
import type { Examination } from '../../validate/validate.ts'

/** A template among others, and what nobody wants to hear of it. */
export interface Neighbour extends AppStack {
  readonly ignore: readonly (string | Suppression)[]
  /** What nobody can suppress. */
  readonly mandatory?: readonly string[]
  /** Logical id to `file:line` of the code that made it. */
  readonly sources?: { readonly [logicalId: string]: string }
}

/** Adds what is wrong between templates to what was found in each of them. */
export function acrossTemplates(
  neighbours: readonly Neighbour[],
  examinations: readonly Examination[],
): readonly Examination[] {
  const found = validateApp(neighbours)
  return neighbours.map(({ template, ignore, mandatory = [], sources = {} }, i) => {
    const own = examinations[i] as Examination
    const placed = (found[i] ?? []).map((one) => {
      const element = String(one.path[1] ?? '')
      return Object.hasOwn(sources, element) ? { ...one, source: sources[element] as string } : one
    })
    const { findings, suppressed } = sift(placed, isObject(template) ? template : {}, { ignore, mandatory })
    return { findings: [...own.findings, ...findings], suppressed: [...own.suppressed, ...suppressed] }
  })
}
