import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { TypeModel } from '../../codegen/type-model.ts'
import { codeRoot } from '../../model/code-root.ts'
import { makeAjv } from './make-ajv.ts'
import { unpack, type PackedSchema } from './pack.ts'
import { fileNameOf, type ResourceSchema, type TypeIndex } from './resource-schema.ts'
import { attributesOf, schemaOf } from './schema-of.ts'

/** What a validator says about a value: where it is wrong, as a JSON pointer, and against which keyword. */
export interface SchemaError {
  readonly instancePath: string
  readonly keyword: string
  readonly params?: { readonly missingProperty?: string; readonly additionalProperty?: string }
}

export interface Validator {
  (properties: unknown): boolean
  errors?: readonly SchemaError[] | null
}

/** The resource types that are known: the specification's, and those that the caller adds. */
export interface TypeCatalog {
  readonly names: () => readonly string[]
  /** Attributes that `Fn::GetAtt` reads, `*` for any; undefined when the type is not known. */
  readonly attributes: (type: string) => readonly string[] | undefined
  /** Undefined when the properties of the type cannot be judged. */
  readonly validator: (type: string) => Validator | undefined
  readonly schema: (type: string) => ResourceSchema | undefined
}

/** The generated data, beside this code both in `src` and in `dist`. */
const generated = fileURLToPath(new URL('spec/generated/', codeRoot))
const require = createRequire(import.meta.url)

let index: TypeIndex | undefined
let ajv: ReturnType<typeof makeAjv> | undefined
const namespaces = new Map<string, { readonly [type: string]: PackedSchema }>()
const validators = new Map<string, Validator | undefined>()

/** The specification's types: read when first asked for, and kept for the life of the process. */
const specified: TypeCatalog = {
  names: () => Object.keys(typeIndex()),
  attributes: (type) => (Object.hasOwn(typeIndex(), type) ? typeIndex()[type] : undefined),
  schema: specifiedSchema,
  validator(type) {
    if (!validators.has(type)) validators.set(type, loadValidator(type))
    return validators.get(type)
  },
}

/** The specification's types and these, which win over types of the same name. */
export function typeCatalog(added: readonly TypeModel[] = []): TypeCatalog {
  if (added.length === 0) return specified
  const models = new Map(added.map((model) => [model.type, model]))
  const compiled = new Map<string, Validator>()
  const schema = (type: string): ResourceSchema | undefined => {
    const model = models.get(type)
    return model === undefined ? specified.schema(type) : schemaOf(model)
  }
  return {
    names: () => [...specified.names(), ...models.keys()],
    attributes: (type) =>
      models.has(type) ? attributesOf(models.get(type) as TypeModel) : specified.attributes(type),
    schema,
    validator(type) {
      if (!models.has(type)) return specified.validator(type)
      if (!compiled.has(type)) compiled.set(type, compile(schema(type) as ResourceSchema))
      return compiled.get(type)
    },
  }
}

function typeIndex(): TypeIndex {
  return (index ??= JSON.parse(readFileSync(`${generated}types.json`, 'utf8')) as TypeIndex)
}

function loadValidator(type: string): Validator | undefined {
  if (!Object.hasOwn(typeIndex(), type)) return undefined
  const precompiled = `${generated}validators/${fileNameOf(type)}.cjs`
  if (existsSync(precompiled)) return require(precompiled) as Validator
  const schema = specifiedSchema(type)
  return schema && compile(schema)
}

function compile(schema: ResourceSchema): Validator {
  return (ajv ??= makeAjv()).compile(schema) as unknown as Validator
}

function specifiedSchema(type: string): ResourceSchema | undefined {
  const namespace = type.split('::').slice(0, 2).join('::')
  if (!namespaces.has(namespace)) {
    const file = `${generated}schemas/${fileNameOf(namespace)}.json`
    namespaces.set(namespace, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})
  }
  const packed = namespaces.get(namespace)?.[type]
  return packed && unpack(packed)
}
