import { isListType } from '../functions/yields.ts'
import { isObject, onlyKey, type JsonObject } from '../json.ts'

/** What loops go by: names of the loops around, and the template. */
export interface Scope {
  readonly root: JsonObject
  readonly region: string
  /** Identifier to value, of the loops around. */
  readonly values: ReadonlyMap<string, string>
}

/** The items of a loop's collection; undefined when they are known only when the stack is deployed. */
export function itemsOf(collection: unknown, scope: Scope): readonly string[] | undefined {
  if (!Array.isArray(collection)) return listOf(collection, scope)
  const items: string[] = []
  for (const item of collection) {
    const known = isScalar(item) ? [String(item)] : listOf(item, scope)
    if (known === undefined) return undefined
    items.push(...known)
  }
  return items
}

/** What a collection may be when only its mapping is known: the longest list under that second-level key. */
export function likelyItems(collection: unknown, scope: Scope): readonly string[] | undefined {
  if (onlyKey(collection) !== 'Fn::FindInMap') return undefined
  const argument = (collection as JsonObject)['Fn::FindInMap']
  if (!Array.isArray(argument)) return undefined
  const [map, , second] = argument.slice(0, 3).map((part) => valueOf(part, scope))
  const mapping = own(scope.root['Mappings'], map)
  const lists = (isObject(mapping) ? Object.values(mapping) : [])
    .map((row) => own(row, second))
    .filter(isList)
  return lists.sort((a, b) => b.length - a.length)[0]?.map(String)
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isScalar)
}

function listOf(call: unknown, scope: Scope): readonly string[] | undefined {
  const value = valueOf(call, scope)
  if (Array.isArray(value)) return value.every(isScalar) ? value.map(String) : undefined
  return isScalar(value) ? [String(value)] : undefined
}

/** What a call yields as far as mappings, defaults and the loops around say; undefined when they do not. */
function valueOf(call: unknown, scope: Scope): unknown {
  if (isScalar(call)) return call
  const name = onlyKey(call)
  const argument = name === undefined ? undefined : (call as JsonObject)[name]
  if (name === 'Ref' && typeof argument === 'string') return reference(argument, scope)
  if (name === 'Fn::FindInMap' && Array.isArray(argument)) return findInMap(argument, scope)
  return undefined
}

function reference(name: string, { root, region, values }: Scope): unknown {
  if (values.has(name)) return values.get(name)
  if (name === 'AWS::Region') return region
  const parameter = own(root['Parameters'], name)
  if (!isObject(parameter) || typeof parameter['Type'] !== 'string') return undefined
  const { Type: type, Default: value } = parameter
  if (type.startsWith('AWS::SSM::') || !isScalar(value)) return undefined
  return isListType(type)
    ? String(value)
        .split(',')
        .map((item) => item.trim())
    : value
}

function findInMap(argument: readonly unknown[], scope: Scope): unknown {
  const [map, top, second] = argument.slice(0, 3).map((part) => valueOf(part, scope))
  const found = own(own(own(scope.root['Mappings'], map), top), second)
  const options = argument[3]
  if (found !== undefined || !isObject(options)) return found
  const fallback = options['DefaultValue']
  return Array.isArray(fallback) ? fallback : valueOf(fallback, scope)
}

function own(value: unknown, key: unknown): unknown {
  return isObject(value) && isScalar(key) && Object.hasOwn(value, String(key))
    ? value[String(key)]
    : undefined
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
