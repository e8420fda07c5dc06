import { compile, precompiled } from './compile.ts'
import type { Fault, Validator } from './fault.ts'
import { extensionFile, policyFile } from './generated.ts'
import { prepare, type AnySchema } from './prepare.ts'

const validators = new Map<string, Validator>()
const read = new Map<string, unknown>()

/** One of cfn-lint's schemas for parts of resources, `aws_lambda_function/snapstart`, prepared: `type` is `is`, `additionalProperties: false` is `closed`. */
export function extensionSchema(name: string): AnySchema {
  return stored(`extension:${name}`) as AnySchema
}

/**
 * What is wrong with a value by one of them. Function calls in the value have to be markers (`resolve()`); faults with `params.unknown`
 * say what could not be decided for their sake.
 */
export function judgeByExtension(name: string, value: unknown): readonly Fault[] {
  return validatorOf(`extension:${name}`, () => extensionSchema(name))(value)
}

/** The same by a schema of another part of a template. */
export function judgeByOther(name: string, value: unknown): readonly Fault[] {
  return validatorOf(`other:${name}`, () => prepare(otherSchema(name)))(value)
}

function validatorOf(name: string, schema: () => AnySchema): Validator {
  const known = validators.get(name) ?? precompiled(name)?.validator ?? compile(schema())
  validators.set(name, known)
  return known
}

/** A schema of another part of a template, as cfn-lint has it: `resources/update_policy`, `iam/policy`. */
export function otherSchema(name: string): AnySchema {
  return stored(`other:${name}`) as AnySchema
}

/** When Lambda's runtimes end: by runtime, dates as `2030-01-31` or null. */
export interface Runtimes {
  readonly [runtime: string]: {
    readonly deprecated: string | null
    readonly 'create-block': string | null
    readonly 'update-block': string | null
    readonly successor: string | null
  }
}

export function lambdaRuntimes(): Runtimes {
  return stored('runtimes') as Runtimes
}

/** Actions and resources of a service, all in small letters; undefined when there is none of the prefix. */
export interface ServiceActions {
  readonly Actions: { readonly [action: string]: { readonly Resources?: readonly string[] } }
  readonly Resources: { readonly [resource: string]: { readonly ARNFormats?: readonly string[] } }
}

const services = new Map<string, ServiceActions | undefined>()

export function serviceActions(prefix: string): ServiceActions | undefined {
  if (!services.has(prefix)) {
    const text = policyFile.text(prefix)
    services.set(prefix, text === undefined ? undefined : (JSON.parse(text) as ServiceActions))
  }
  return services.get(prefix)
}

export function servicePrefixes(): readonly string[] {
  return policyFile.names()
}

function stored(name: string): unknown {
  if (!read.has(name)) {
    const text = extensionFile.text(name)
    if (text === undefined)
      throw new Error(`Cannot read "${name}": the generated data has nothing of that name`)
    read.set(name, JSON.parse(text))
  }
  return read.get(name)
}
