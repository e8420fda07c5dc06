import type { PropertyModel, TypeModel, ValueType } from '../../src/codegen/type-model.ts'
import type { ServiceModel } from '../spec/load.ts'
import type { Relation } from './relations.ts'

/** The type test made of relations, and how many of them say nothing: types outside the specification, free-form JSON. */
export interface RelationsTest {
  readonly text: string
  readonly tested: number
  readonly unknownTypes: number
  readonly freeForm: number
}

interface Known {
  readonly module: string
  readonly type: TypeModel
}

/** Where a path leads to: a property of an interface, and how the value stands in it (`[x]`, `{ Key: x }`). */
interface Place {
  readonly type: string
  readonly wrap: (value: string) => string
}

interface Definition {
  readonly name: string
  readonly properties: readonly PropertyModel[]
}

/** The nested type that a path has reached, and the steps that are left. */
interface End {
  readonly definition: Definition
  readonly rest: readonly string[]
}

/** Prints a file that compiles when every relation does. */
export function printRelations(
  relations: readonly Relation[],
  services: readonly ServiceModel[],
): RelationsTest {
  const known = new Map(
    services.flatMap(({ module, types }) => types.map((type) => [type.type, { module, type }] as const)),
  )
  const inSpec = relations.filter(([source, , target]) => known.has(source) && known.has(target))
  const lines = inSpec.flatMap((relation) => line(relation, known) ?? [])
  const modules = [...new Set(lines.join('\n').match(/(?<=<)[a-z]\w*(?=\.)/g) ?? [])].sort()
  const text = [
    '// Made from relations.json by scripts/print-relations.ts: do not edit. Compiles when every relation does.',
    ...modules.map((module) => `import type * as ${module} from 'cfstack/aws/${module}'`),
    '',
    'declare function takes<T>(value: T): void',
    'declare function made<T>(): T',
    ...lines,
    '',
  ].join('\n')
  return {
    text,
    tested: lines.length,
    unknownTypes: relations.length - inSpec.length,
    freeForm: inSpec.length - lines.length,
  }
}

function line(
  [source, path, target, attribute]: Relation,
  known: ReadonlyMap<string, Known>,
): string | undefined {
  const from = known.get(source) as Known
  const place = placeOf(from, path)
  if (place === undefined) return undefined
  const to = known.get(target) as Known
  const value = `made<${to.module}.${to.type.name}>()${attribute === 'Ref' ? '.ref' : `.att[${JSON.stringify(attribute)}]`}`
  return `takes<${place.type}>(${place.wrap(value)}) // ${source} ${path}`
}

/** Undefined when the path ends in free-form JSON. */
function placeOf({ module, type }: Known, path: string): Place | undefined {
  const steps = path.replaceAll('[]', '.[]').split('.')
  let at: Definition = { name: 'Properties', properties: type.properties }
  for (let i = 0; i < steps.length; i++) {
    const property = at.properties.find(({ name }) => name === steps[i])
    const rest = steps.slice(i + 1)
    const place = {
      type: `${module}.${type.name}.${at.name}[${JSON.stringify(steps[i])}]`,
      wrap: (value: string) => wrapped(value, rest),
    }
    if (property === undefined) return place
    const end = walk(property.type, rest, type)
    if (end === 'json') return undefined
    if (end === undefined) return place
    at = end.definition
    i = steps.length - end.rest.length - 1
  }
  return undefined
}

function wrapped(value: string, steps: readonly string[]): string {
  return steps.reduceRight(
    (inner, step) => (step === '[]' ? `[${inner}]` : `{ ${JSON.stringify(step)}: ${inner} }`),
    value,
  )
}

/** Follows lists and maps to the nested type that has the next property; undefined when the path ends before one. */
function walk(value: ValueType, steps: readonly string[], type: TypeModel): End | 'json' | undefined {
  if (value.kind === 'json') return 'json'
  if (steps.length === 0) return undefined
  if (value.kind === 'list' || value.kind === 'map') return walk(value.of, steps.slice(1), type)
  if (value.kind === 'definition') {
    const definition = type.definitions.find(({ name }) => name === value.name)
    return definition && { definition, rest: steps }
  }
  if (value.kind !== 'union') return undefined
  const ends = value.of.map((member) => walk(member, steps, type)).filter((end) => end !== undefined)
  return (
    ends.find(
      (end) => end !== 'json' && end.definition.properties.some(({ name }) => name === end.rest[0]),
    ) ?? ends[0]
  )
}
