import { getAttParts } from './attributes.ts'
import type { IntrinsicUse } from './intrinsic-uses.ts'
import { oncePerTemplate } from './once-per-template.ts'
import type { TemplateView } from './template-view.ts'
import { subParts, subVariables } from './sub-variables.ts'

/** What each function call of a template names, in the order of its uses. */
export const namesOfUses = oncePerTemplate(({ uses }: TemplateView) => uses.map(namesIn))

/** The logical ids, perhaps of parameters, that a function call names; none when it names none. */
export function namesIn({ name, argument }: IntrinsicUse): readonly string[] {
  if (name === 'Ref') return typeof argument === 'string' ? [argument] : []
  if (name === 'Fn::GetAtt') {
    const parts = getAttParts(argument)
    return parts === undefined ? [] : [parts.id]
  }
  if (name !== 'Fn::Sub') return []
  const parts = subParts(argument)
  if (parts === undefined) return []
  const foreign = subVariables(parts.text).filter((variable) => !Object.hasOwn(parts.own, variable))
  return foreign.map((variable) => variable.split('.')[0] as string)
}
