import { isObject } from '../json.ts'
import { oncePerResource } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { launchedWith } from './launched-with.ts'
import type { Place } from './place.ts'
import { textParts, type TextPart } from './text-parts.ts'

/** The user data that an instance, or the instances of a group, start with. */
export const userDataOf = oncePerResource(
  (starter: ResourceView, template: TemplateView): readonly Place[] => {
    return launchedWith(starter, 'UserData', template)
  },
)

/** The text of user data, in pieces: out of `Fn::Base64`, or decoded when it is written in base64. */
export function userDataText(value: unknown): readonly TextPart[] {
  if (isObject(value) && 'Fn::Base64' in value) return textParts(value['Fn::Base64'])
  if (typeof value !== 'string') return [{ call: value }]
  const compact = value.replace(/\s+/g, '')
  const isBase64 = compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact)
  return textParts(isBase64 ? Buffer.from(compact, 'base64').toString('utf8') : value)
}
