import type { Ajv, ValidateFunction } from 'ajv'
import { noCodeCache, type CodeCache } from './code-cache.ts'
import { fault, type Fault, type Validator } from './fault.ts'
import { validatorFile } from './generated.ts'
import { judges } from './judges.ts'
import { makeAjv } from './make-ajv.ts'
import type { AnySchema } from './prepare.ts'
import type { TypeFacts } from './type-facts.ts'

let ajv: Ajv | undefined
const compiled = new WeakMap<AnySchema, Validator>()

/** Compiles a prepared schema, once. */
export function compile(schema: AnySchema): Validator {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  const made = toValidator((ajv ??= makeAjv()).compile(schema))
  compiled.set(schema, made)
  return made
}

/** A validator that was compiled when the package was built, and what is known of its type besides. */
interface Precompiled {
  readonly validator: Validator
  readonly facts: TypeFacts
}

const loaded = new Map<string, Precompiled | undefined>()

/** By name of type, or kind and name of another schema; undefined when there is none of the name. */
export function precompiled(name: string): Precompiled | undefined {
  if (!loaded.has(name)) loaded.set(name, load(name))
  return loaded.get(name)
}

let codeCache = noCodeCache

/** Takes the precompiled validators from there, as the engine compiled them. */
export function useCodeCache(cache: CodeCache): void {
  codeCache = cache
}

type Maker = (given: typeof judges, makeFault: typeof fault) => [ValidateFunction, TypeFacts]

function load(name: string): Precompiled | undefined {
  // The code is ours, from the pack beside this module: ajv's, which calls `judges` and `fault`.
  const make = codeCache.evaluate(name, () => wrapped(validatorFile.text(name))) as Maker | undefined
  if (make === undefined) return undefined
  const [validate, facts] = make(judges, fault)
  return { validator: toValidator(validate), facts }
}

function wrapped(body: string | undefined): string | undefined {
  return body && `(function(judges,fault){${body}})`
}

function toValidator(validate: ValidateFunction): Validator {
  return (value) => {
    validate(value)
    return (validate.errors ?? []) as readonly Fault[]
  }
}
