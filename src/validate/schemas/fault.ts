import type { AnySchema } from './prepare.ts'

/** What a validator finds: which value fails which part of a schema. */
export interface Fault {
  /** JSON pointer to the value. */
  readonly instancePath: string
  /** JSON pointer to the keyword in the schema, maybe after `#`; its names are encoded as in addresses. */
  readonly schemaPath: string
  readonly params: {
    /** The value, or one in it, is not known before deployment: nothing is wrong, but something was not decided. */
    readonly unknown?: boolean
    /** A name; a missing name and what needs it; the faults of each branch; or how many branches took the value. */
    readonly found?: unknown
  }
  /** When it is not a value but a property's name that fails. */
  readonly propertyName?: string
}

/** A compiled schema. All that is wrong with a value, and all that could not be decided. */
export type Validator = (value: unknown) => readonly Fault[]

/** Made by the precompiled validators. */
export function fault(
  instancePath: string,
  schemaPath: string,
  params: Fault['params'],
  propertyName?: string,
): Fault {
  return propertyName === undefined
    ? { instancePath, schemaPath, params }
    : { instancePath, schemaPath, params, propertyName }
}

/** The keyword that fails, in JSON Schema's spelling. */
export function keywordOf({ schemaPath }: Fault): string {
  const name = schemaPath.slice(schemaPath.lastIndexOf('/') + 1)
  return name === 'is' ? 'type' : name === 'closed' ? 'additionalProperties' : name
}

/** The steps to a value, from its pointer. */
export function stepsOf(pointer: string): readonly string[] {
  const steps = pointer.split('/').slice(1)
  return pointer.includes('~') ? steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')) : steps
}

/** The part of a schema that holds the keyword which a fault is about. */
export function schemaOfFault(schema: AnySchema, { schemaPath }: Fault): AnySchema {
  const steps = stepsOf(schemaPath).slice(0, -1).map(decodeURIComponent)
  let at: unknown = schema
  for (const step of steps) at = (at as AnySchema | undefined)?.[step]
  return (at ?? {}) as AnySchema
}
