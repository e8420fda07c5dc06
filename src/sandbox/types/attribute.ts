import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import { drawFrom, textOf } from '../chance.ts'
import type { JsonObject, LiveResource } from '../world.ts'
import { attributeForms } from './attribute-forms.ts'
import { fillForm, type Filling } from './fill-form.ts'
import { wordsOfAttributes } from './words-of-attributes.ts'

/**
 * What `Fn::GetAtt` yields of a resource: the same whenever it is asked, another one for another resource. What was set when the resource
 * was made (outputs of a nested stack, data of a custom resource) comes first.
 */
export function attributeOf(live: LiveResource, name: string): unknown {
  if (Object.hasOwn(live.attributes, name)) return live.attributes[name]
  const form = attributeForms[live.type]?.[name]
  if (form !== undefined) return filled(form, live, name)
  const given = name.split('.').reduce<unknown>((value, step) => below(value, step), live.properties)
  return given ?? partOfId(live, name) ?? filled(formByName(live.type, name), live, name)
}

function below(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as JsonObject)[step]
    : undefined
}

function filled(form: string | readonly string[], live: LiveResource, name: string): unknown {
  const draw = drawFrom(`${live.type}/${live.place.account}/${live.place.region}/${live.physicalId}/${name}`)
  const word = (expression: string): string | undefined => {
    if (expression.startsWith('upperHex:'))
      return textOf(draw, 'hex', Number(expression.slice(9))).toUpperCase()
    return Object.hasOwn(wordsOfAttributes, expression) ? wordsOfAttributes[expression]?.(live) : undefined
  }
  const filling: Filling = { draw, place: live.place, properties: live.properties, word }
  return typeof form === 'string' ? fillForm(form, filling) : form.map((one) => fillForm(one, filling))
}

/** A part of what identifies the resource is a part of its physical id. */
function partOfId({ type, physicalId }: LiveResource, name: string): string | undefined {
  const identifier = typeCatalog().facts(type).primaryIdentifier ?? []
  const index = identifier.indexOf(name.replaceAll('.', '/'))
  return identifier.length === 1 ? (index === 0 ? physicalId : undefined) : physicalId.split('|')[index]
}

function formByName(type: string, name: string): string {
  const [, service = '', kind = ''] = type.split('::')
  if (/arn$/i.test(name))
    return `arn:{partition}:${service.toLowerCase()}:{region}:{account}:${kind.toLowerCase()}/{lastPart}`
  if (/(time|date|At)$/i.test(name)) return '{isoTime}'
  if (/status$|state$/i.test(name)) return 'ACTIVE'
  return /id$/i.test(name) ? '{lower:16}' : '{lastPart}'
}
