import type { DefinitionModel, PropertyModel, ValueType } from './type-model.ts'
import { notOne, type RegistrySchema, type SchemaNode } from './registry-schema.ts'

/** Names inside a resource's namespace that are taken. */
const takenNames = ['Properties', 'Attributes', 'Cfn']

/** Reads the values of a registry schema, and remembers which nested types they lead to. */
export class SchemaValues {
  readonly #schema: RegistrySchema
  readonly #file: string
  /** References that are being read: one that comes back to itself, and is no nested type, may be anything. */
  readonly #open = new Set<string>()
  readonly #names = new Map<string, string>()
  readonly #definitions = new Map<string, DefinitionModel>()

  constructor(schema: RegistrySchema, file: string) {
    this.#schema = schema
    this.#file = file
  }

  /** Nested types met so far, by name. */
  definitions(): readonly DefinitionModel[] {
    return [...this.#definitions.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** The properties of an object that a template may set; `path` is its JSON pointer, below which read-only ones are left out. */
  properties(node: SchemaNode, path: string): readonly PropertyModel[] {
    return Object.entries(node.properties ?? {})
      .filter(([name]) => this.#schema.readOnlyProperties?.includes(`${path}/${name}`) !== true)
      .map(([name, property]) =>
        this.#property(name, property, `${path}/${name}`, node.required?.includes(name) === true),
      )
      .sort((a, b) => Number(b.required) - Number(a.required) || (a.name < b.name ? -1 : 1))
  }

  #property(name: string, node: SchemaNode, pointer: string, required: boolean): PropertyModel {
    const {
      createOnlyProperties: fixed,
      conditionalCreateOnlyProperties: mayBeFixed,
      deprecatedProperties,
    } = this.#schema
    const replaces = fixed?.includes(pointer) ? 'yes' : mayBeFixed?.includes(pointer) ? 'maybe' : 'no'
    const target = this.#resolve(node)
    const defaultValue = node?.default ?? target.default
    return {
      name,
      doc: node?.description ?? target.description ?? '',
      required,
      type: this.value(node, pointer, name),
      replaces,
      ...(defaultValue !== undefined && { defaultValue: JSON.stringify(defaultValue) }),
      ...(deprecatedProperties?.includes(pointer) && { deprecated: true }),
    }
  }

  /** The type of a value; `name` is what its nested type is called when the schema has no name for it. */
  value(node: SchemaNode, pointer: string, name: string): ValueType {
    if (typeof node === 'boolean') return { kind: 'json' }
    if (typeof node !== 'object' || node === null) throw notOne(this.#file, `its "${pointer}" is no schema`)
    if (node.$ref !== undefined) return this.#referred(node.$ref, pointer, name)
    const values = node.const === undefined ? node.enum : [node.const]
    if (values?.every((one) => typeof one === 'string' || typeof one === 'number'))
      return { kind: 'enum', values }
    const branches = [...(node.oneOf ?? []), ...(node.anyOf ?? [])].filter((branch) => this.#saysType(branch))
    if (node.type === undefined && node.properties === undefined && branches.length > 0) {
      return unionOf(
        branches.map((branch, i) => this.value(branch, pointer, i === 0 ? name : `${name}${i + 1}`)),
      )
    }
    if (typeof node.type === 'object') {
      const types = node.type.filter((type) => type !== 'null')
      return unionOf(types.map((type) => this.value({ ...node, type }, pointer, name)))
    }
    if (node.allOf !== undefined) return this.value(this.#merged(node), pointer, name)
    return this.#plain(node, pointer, name)
  }

  #referred($ref: string, pointer: string, name: string): ValueType {
    const target = this.#resolve({ $ref })
    if (this.#open.has($ref) && target.properties === undefined) return { kind: 'json' }
    this.#open.add($ref)
    const type = this.value(target, pointer, refName($ref) ?? name)
    this.#open.delete($ref)
    return type
  }

  #plain(node: SchemaNode, pointer: string, name: string): ValueType {
    switch (node.type) {
      case 'string':
        return { kind: node.format === 'date-time' ? 'timestamp' : 'string' }
      case 'number':
      case 'integer':
      case 'boolean':
        return { kind: node.type }
      case 'array':
        return { kind: 'list', of: this.value(node.items ?? {}, `${pointer}/*`, singular(name)) }
      default:
        return this.#object(node, pointer, name)
    }
  }

  #object(node: SchemaNode, pointer: string, name: string): ValueType {
    if (node.properties !== undefined && Object.keys(node.properties).length > 0)
      return this.#nested(node, pointer, name)
    const others = Object.values(node.patternProperties ?? {})
    if (typeof node.additionalProperties === 'object') others.push(node.additionalProperties)
    if (others.length === 0) return { kind: 'json' }
    return {
      kind: 'map',
      of: unionOf(others.map((other) => this.value(other, `${pointer}/*`, singular(name)))),
    }
  }

  /** A nested type, once for every node of the schema that describes it. */
  #nested(node: SchemaNode, pointer: string, wanted: string): ValueType {
    const key = JSON.stringify([wanted, node])
    const known = this.#names.get(key)
    if (known !== undefined) return { kind: 'definition', name: known }
    const taken = new Set([...takenNames, ...this.#names.values()])
    const start = identifier(wanted)
    let name = takenNames.includes(start) ? `${start}Type` : start
    for (let i = 2; taken.has(name); i++) name = `${start}${i}`
    this.#names.set(key, name)
    this.#definitions.set(name, {
      name,
      doc: node.description ?? '',
      properties: this.properties(node, pointer),
    })
    return { kind: 'definition', name }
  }

  #merged(node: SchemaNode): SchemaNode {
    const { allOf = [], ...own } = node
    const parts = [own, ...allOf.map((part) => this.#resolve(part))]
    const objects = parts.filter((part) => part.properties !== undefined)
    if (objects.length === 0)
      return Object.assign({}, ...[...parts].reverse(), { allOf: undefined }) as SchemaNode
    return {
      ...own,
      type: 'object',
      properties: Object.assign({}, ...objects.map((part) => part.properties)) as NonNullable<
        SchemaNode['properties']
      >,
      required: parts.flatMap((part) => part.required ?? []),
    }
  }

  /** Whether a branch of `oneOf` says what the value is, and not only which properties must be there. */
  #saysType(branch: SchemaNode): boolean {
    const { type, properties, $ref, enum: values, oneOf, anyOf } = branch
    return [type, properties, $ref, values, oneOf, anyOf].some((part) => part !== undefined)
  }

  #resolve(node: SchemaNode, seen: readonly string[] = []): SchemaNode {
    const $ref = (node as SchemaNode | null)?.$ref
    if ($ref === undefined) return node ?? {}
    if (!$ref.startsWith('#/')) return {}
    let target: unknown = this.#schema
    for (const step of $ref.slice(2).split('/'))
      target = (target as Record<string, unknown> | undefined)?.[unescaped(step)]
    if (typeof target !== 'object' || target === null || seen.includes($ref))
      throw notOne(this.#file, `its reference "${$ref}" leads nowhere`)
    return this.#resolve(target, [...seen, $ref])
  }
}

function unescaped(step: string): string {
  return decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')
}

function refName($ref: string): string | undefined {
  return $ref.startsWith('#/definitions/') ? $ref.split('/').at(-1) : undefined
}

function singular(name: string): string {
  return name.length > 3 && /[^s]s$/.test(name) ? name.slice(0, -1) : name
}

/** A name as TypeScript takes it, in the case of types. */
export function identifier(name: string): string {
  const parts = name.split(/[^A-Za-z0-9$]+/).filter((part) => part !== '')
  const whole = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
  return /^[A-Za-z$]/.test(whole) ? whole : `_${whole}`
}

function unionOf(types: readonly ValueType[]): ValueType {
  const distinct = [...new Map(types.map((type) => [JSON.stringify(type), type])).values()]
  if (distinct.some((type) => type.kind === 'json')) return { kind: 'json' }
  return distinct.length === 1 ? (distinct[0] as ValueType) : { kind: 'union', of: distinct }
}
