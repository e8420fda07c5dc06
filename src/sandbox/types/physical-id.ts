import { draw, letters, textOf } from '../chance.ts'
import type { JsonObject, Place, World } from '../world.ts'
import { fillForm, textAt, type Filling } from './fill-form.ts'
import { generatedName } from './generated-name.ts'
import { resourceShape } from './resource-shape.ts'
import { wordsOfPhysicalIds } from './words.ts'

/** A resource that is about to be made. Properties have no functions in them any more. */
export interface NewResource {
  readonly place: Place
  readonly stack: { readonly id: string; readonly name: string }
  readonly logicalId: string
  readonly type: string
  readonly properties: JsonObject
}

/** Longer names than any service takes are of no use; this is what the longest ones take. */
const longestName = 255

/**
 * The physical id of a new resource: its name where it is given one, an id or ARN of the type's form otherwise. It is what `Ref` yields,
 * with the exceptions that `refOf()` knows.
 */
export function makePhysicalId(world: World, resource: NewResource): string {
  const form = resourceShape(resource.type)?.id ?? '{name:128}'
  const id = fillForm(form, fillingOf(world, resource))
  return isFifo(resource) && !id.endsWith('.fifo') ? `${id}.fifo` : id
}

function fillingOf(world: World, resource: NewResource): Filling {
  const { place, properties } = resource
  return { draw: () => draw(world), place, properties, word: (word) => wordOf(word, world, resource) }
}

function wordOf(word: string, world: World, resource: NewResource): string | undefined {
  const { stack, logicalId, type, properties } = resource
  const name = /^(low)?name(?::(\d+))?$/.exec(word)
  if (name) {
    const ending = isFifo(resource) ? '.fifo'.length : 0
    const limit = Number(name[2] ?? longestName) - ending
    const made = generatedName(world, { stack: stack.name, logicalId, limit })
    return name[1] === undefined ? made : made.toLowerCase()
  }
  switch (word) {
    case 'shortName':
      return `${stack.name.slice(0, 5)}-${logicalId.slice(0, 5)}-${letters(world, 12)}`
    case 'ownName':
      return `${logicalId}-${letters(world, 12)}`
    case 'parameterName':
      return `CFN-${logicalId}-${letters(world, 12)}`
    case 'logicalId':
      return `${logicalId}${textOf(() => draw(world), 'hex', 8)}`
    case 'stackPath':
      return `${stack.id.split('/').slice(1).join('/')}/${logicalId}`
    case 'address':
      return Array.from({ length: 4 }, (_, part) =>
        part === 0 ? 52 : Math.floor(draw(world) * 254) + 1,
      ).join('.')
    case 'revision':
      return String(nextRevision(world, resource))
    default:
      return wordsOfPhysicalIds[`${type}.${word}`]?.(properties, (path) =>
        textAt(properties, path.split('.')),
      )
  }
}

function isFifo({ type, properties }: NewResource): boolean {
  const holdsMessages = type === 'AWS::SQS::Queue' || type === 'AWS::SNS::Topic'
  return (
    holdsMessages && String(properties[type === 'AWS::SQS::Queue' ? 'FifoQueue' : 'FifoTopic']) === 'true'
  )
}

/** One more than the highest revision there is of what has the same name. */
function nextRevision(world: World, { type, properties }: NewResource): number {
  const name = (from: JsonObject): unknown =>
    from['Family'] ?? from['LayerName'] ?? from['FunctionName'] ?? from['JobDefinitionName']
  if (name(properties) === undefined) return 1
  const revisions = Object.values(world.live)
    .filter((live) => live.type === type && name(live.properties) === name(properties))
    .map((live) => Number(live.physicalId.split(':').at(-1)))
  return Math.max(0, ...revisions) + 1
}
