import type { Ajv, ValidateFunction } from 'ajv'
import { fault, type Fault, type Validator } from './fault.ts'
import { validatorFile } from './generated.ts'
import { judges } from './judges.ts'
import { makeAjv } from './make-ajv.ts'
import type { AnySchema } from './prepare.ts'

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

/** A validator that was compiled when the package was built; undefined when there is none of the name. */
export function precompiled(name: string): Validator | undefined {
  const code = validatorFile.text(name)
  // The code is ours, from the pack beside this module: ajv's, which calls `judges` and `fault`.
  // oxlint-disable-next-line no-new-func
  return code === undefined
    ? undefined
    : toValidator(new Function('judges', 'fault', code)(judges, fault) as ValidateFunction)
}

function toValidator(validate: ValidateFunction): Validator {
  return (value) => {
    validate(value)
    return (validate.errors ?? []) as readonly Fault[]
  }
}
