import type { Path } from '../finding.ts'
import type { AnySchema } from '../schemas/prepare.ts'
import type { Kind } from '../shapes/shape.ts'

const kinds: { readonly [type: string]: Kind } = {
  array: 'list',
  boolean: 'boolean',
  integer: 'integer',
  number: 'number',
  object: 'object',
  string: 'string',
}

/** The kinds that a schema takes at a place; undefined when it leaves them open, or has several opinions. */
export function kindsAt(root: AnySchema, place: readonly (string | number)[]): readonly Kind[] | undefined {
  let at: AnySchema | undefined = root
  for (const step of place) {
    if (at === undefined) return undefined
    at = dereference(root, typeof step === 'number' ? part(at['items']) : member(at, step))
  }
  const given = at?.['is']
  if (given === undefined) return undefined
  const found = [given].flat().map((type) => kinds[String(type)])
  return found.every((kind) => kind !== undefined) ? found : undefined
}

function member(schema: AnySchema, name: string): AnySchema | undefined {
  const properties = part(schema['properties'])
  if (properties !== undefined && Object.hasOwn(properties, name)) return part(properties[name])
  const patterns = Object.entries(part(schema['patternProperties']) ?? {})
  if (patterns.length === 1) return part(patterns[0]?.[1])
  return part(schema['additionalProperties'])
}

function part(value: unknown): AnySchema | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as AnySchema)
    : undefined
}

function dereference(root: AnySchema, schema: AnySchema | undefined, depth = 0): AnySchema | undefined {
  const target = schema?.['$ref']
  if (typeof target !== 'string' || depth > 10) return schema
  const name = target.replace('#/definitions/', '')
  return dereference(root, part(part(root['definitions'])?.[name]), depth + 1)
}

/** The place in the properties, without the branches of `Fn::If` on the way and the call at its end. */
export function placeOf(path: Path): Path {
  const place: (string | number)[] = []
  for (let i = 3; i < path.length - 1; i++) {
    if (path[i] === 'Fn::If') i++
    else place.push(path[i] as string | number)
  }
  return place
}
