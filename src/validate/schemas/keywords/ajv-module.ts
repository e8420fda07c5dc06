import { createRequire } from 'node:module'
import type { CodeKeywordDefinition, Name } from 'ajv'

type Core = typeof import('ajv/dist/core.js')
type Compile = typeof import('ajv/dist/compile/index.js')
type References = typeof import('ajv/dist/vocabularies/core/ref.js')
type Vocabulary = typeof import('ajv/dist/vocabularies/code.js')
type Codegen = typeof import('ajv/dist/compile/codegen/index.js')

/** The parts of ajv that our keywords are written with: without the JSON Schema drafts, which cost most of its load time. */
export interface AjvModule {
  readonly Ajv: Core['default']
  readonly codegen: Codegen
  readonly names: { readonly errors: Name; readonly vErrors: Name; readonly instancePath: Name }
  /** Keywords that mean the same as in JSON Schema, from ajv. */
  readonly standard: readonly CodeKeywordDefinition[]
  readonly resolveRef: Compile['resolveRef']
  readonly SchemaEnv: Compile['SchemaEnv']
  readonly getValidate: References['getValidate']
  readonly callValidateCode: Vocabulary['callValidateCode']
}

let loaded: AjvModule | undefined

/** Loads ajv, which takes ten milliseconds, when it is first needed. */
export function ajvModule(): AjvModule {
  return (loaded ??= load())
}

function load(): AjvModule {
  const require = createRequire(import.meta.url)
  const part = (name: string): { readonly default: never } => require(`ajv/dist/${name}`)
  const applicators = [
    'patternProperties',
    'additionalProperties',
    'propertyNames',
    'dependencies',
    'items2020',
    'prefixItems',
    'contains',
    'allOf',
  ]
  return {
    Ajv: part('core').default,
    codegen: part('compile/codegen') as unknown as Codegen,
    names: part('compile/names').default,
    standard: applicators.map((name) => part(`vocabularies/applicator/${name}`).default),
    ...(require('ajv/dist/compile') as Pick<Compile, 'resolveRef' | 'SchemaEnv'>),
    ...(require('ajv/dist/vocabularies/core/ref') as Pick<References, 'getValidate'>),
    ...(require('ajv/dist/vocabularies/code') as Pick<Vocabulary, 'callValidateCode'>),
  }
}
