import type { TypeModel } from '../../codegen/type-model.ts'
import { compile, precompiled } from './compile.ts'
import { addedFacts, addedSchema } from './constraints.ts'
import type { Validator } from './fault.ts'
import { factsFile, generatedText, schemaFile } from './generated.ts'
import type { AnySchema } from './prepare.ts'
import { attributesOf } from './schema-of.ts'
import type { TypeFacts } from './type-facts.ts'

/** The resource types that are known: the specification's, and those that the caller adds. */
export interface TypeCatalog {
  readonly names: () => readonly string[]
  /** Attributes that `Fn::GetAtt` reads, `*` for any; undefined when the type is not known. */
  readonly attributes: (type: string) => readonly string[] | undefined
  /** Undefined when the properties of the type cannot be judged. */
  readonly validator: (type: string) => Validator | undefined
  /** Prepared: `type` is `is`, `additionalProperties: false` is `closed`. */
  readonly schema: (type: string) => AnySchema | undefined
  readonly facts: (type: string) => TypeFacts
}

let index: string | undefined
const attributes = new Map<string, readonly string[] | undefined>()
const schemas = new Map<string, AnySchema | undefined>()
const facts = new Map<string, TypeFacts>()
const validators = new Map<string, Validator | undefined>()

/** The specification's types: read when first asked for, and kept for the life of the process. */
const specified: TypeCatalog = {
  names: () => Object.keys(JSON.parse(typeIndex()) as object),
  attributes: (type) => kept(attributes, type, () => attributesIn(typeIndex(), type)),
  schema: (type) => kept(schemas, type, () => parsed(schemaFile.text(type))),
  facts: (type) => kept(facts, type, () => precompiled(type)?.facts ?? parsed(factsFile.text(type)) ?? {}),
  validator: (type) => kept(validators, type, () => precompiled(type)?.validator ?? compileSpecified(type)),
}

/** The specification's types and these, which win over types of the same name. */
export function typeCatalog(added: readonly TypeModel[] = []): TypeCatalog {
  if (added.length === 0) return specified
  const models = new Map(added.map((model) => [model.type, model]))
  const prepared = new Map<string, AnySchema>()
  const known = new Map<string, TypeFacts>()
  const schema = (type: string): AnySchema | undefined => {
    const model = models.get(type)
    return model === undefined ? specified.schema(type) : kept(prepared, type, () => addedSchema(model))
  }
  return {
    names: () => [...specified.names(), ...models.keys()],
    attributes: (type) =>
      models.has(type) ? attributesOf(models.get(type) as TypeModel) : specified.attributes(type),
    schema,
    facts: (type) => {
      const model = models.get(type)
      return model === undefined ? specified.facts(type) : kept(known, type, () => addedFacts(model))
    },
    validator: (type) => (models.has(type) ? compile(schema(type) as AnySchema) : specified.validator(type)),
  }
}

/** JSON: types, each with its attributes. */
function typeIndex(): string {
  return (index ??= generatedText('types.json'))
}

/** Reads the one entry: making objects of all of them takes as long as everything else about a small template. */
function attributesIn(json: string, type: string): readonly string[] | undefined {
  const key = `${JSON.stringify(type)}:`
  const found = json.indexOf(key)
  if (found < 0) return undefined
  const start = found + key.length
  return JSON.parse(json.slice(start, json.indexOf(']', start) + 1)) as readonly string[]
}

function compileSpecified(type: string): Validator | undefined {
  const schema = specified.schema(type)
  return schema && compile(schema)
}

function parsed<T>(text: string | undefined): T | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as T)
}

function kept<T>(known: Map<string, T>, name: string, make: () => T): T {
  if (!known.has(name)) known.set(name, make())
  return known.get(name) as T
}
