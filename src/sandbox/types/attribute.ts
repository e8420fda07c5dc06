import { drawFrom, textOf } from '../chance.ts'
import type { JsonObject, LiveResource } from '../world.ts'
import { fillForm, type Filling } from './fill-form.ts'
import { isForeignType } from './known-type.ts'
import { resourceShape, type AttributeShape } from './resource-shape.ts'
import { wordsOfAttributes } from './words-of-attributes.ts'

/**
 * What `Fn::GetAtt` yields of a resource: the same whenever it is asked, another one for another resource; undefined when the type has
 * no such attribute. What was set when the resource was made (outputs of a nested stack, data of a custom resource) comes first.
 */
export function attributeOf(live: LiveResource, name: string): unknown {
  if (Object.hasOwn(live.attributes, name)) return live.attributes[name]
  const given = name.split('.').reduce<unknown>((value, step) => below(value, step), live.properties)
  if (given !== undefined) return given
  // Nobody answers for custom resources and types of others: any text will do.
  if (isForeignType(live.type)) return valueOf(/arn$/i.test(name) ? foreignArn : '{lower:16}', live, name)
  const shape = resourceShape(live.type)?.attributes
  return shape && Object.hasOwn(shape, name) ? valueOf(shape[name] as AttributeShape, live, name) : undefined
}

const foreignArn = 'arn:{partition}:sandbox:{region}:{account}:{lower:16}'

function below(value: unknown, step: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as JsonObject)[step]
    : undefined
}

function valueOf(shape: AttributeShape, live: LiveResource, name: string): unknown {
  if (typeof shape === 'string') return fillForm(shape, fillingOf(live, name))
  if (!Array.isArray(shape)) return shape
  const filling = fillingOf(live, name)
  return shape.map((form: string) => fillForm(form, filling))
}

function fillingOf(live: LiveResource, name: string): Filling {
  const { type, place, physicalId, properties } = live
  const draw = drawFrom(`${type}/${place.account}/${place.region}/${physicalId}/${name}`)
  const word = (expression: string): string | undefined => {
    if (expression.startsWith('@')) return String(attributeOf(live, expression.slice(1)))
    const [kind, number] = expression.split(':')
    if (kind === 'part') return physicalId.split('|')[Number(number)]
    if (kind === 'upperHex') return textOf(draw, 'hex', Number(number)).toUpperCase()
    return Object.hasOwn(wordsOfAttributes, expression) ? wordsOfAttributes[expression]?.(live) : undefined
  }
  return { draw, place, properties, word }
}
