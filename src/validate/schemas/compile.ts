import type { Ajv, ValidateFunction } from 'ajv'
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

function load(name: string): Precompiled | undefined {
  const code = validatorFile.text(name)
  if (code === undefined) return undefined
  // The code is ours, from the pack beside this module: ajv's, which calls `judges` and `fault`.
  // oxlint-disable-next-line no-new-func
  const [validate, facts] = new Function('judges', 'fault', code)(judges, fault) as [
    ValidateFunction,
    TypeFacts,
  ]
  return { validator: toValidator(validate), facts }
}

function toValidator(validate: ValidateFunction): Validator {
  return (value) => {
    validate(value)
    return (validate.errors ?? []) as readonly Fault[]
  }
}
