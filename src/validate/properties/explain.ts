import type { Problem } from '../check.ts'
import type { Path } from '../finding.ts'
import { kindOf } from '../json.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import type { SchemaError } from '../schemas/type-catalog.ts'
import type { AnySchema } from './schema-at.ts'

const kinds: { readonly [kind: string]: string } = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  list: 'a list',
  map: 'an object',
  stringOrList: 'a string or a list',
}

/** A schema error as a sentence, under cfn-lint's code for it. */
export function explain(
  error: SchemaError,
  path: Path,
  value: unknown,
  schema: AnySchema | undefined,
): Problem {
  switch (error.keyword) {
    case 'required':
      return {
        code: 'E3003',
        path,
        message: `Required property "${error.params?.missingProperty}" is missing`,
      }
    case 'additionalProperties':
      return unknownProperty(error.params?.additionalProperty ?? '', path, schema)
    case 'among':
      return typeof value === 'object' ? wrongType(path, value, 'a string') : notAmong(path, value, schema)
    default:
      return wrongType(
        path,
        value,
        kinds[(schema as { is?: string } | undefined)?.is ?? ''] ?? 'another type',
      )
  }
}

function unknownProperty(name: string, path: Path, schema: AnySchema | undefined): Problem {
  const known = schema !== undefined && 'properties' in schema ? Object.keys(schema.properties) : []
  return {
    code: 'E3002',
    path: [...path, name],
    message: `Property "${name}" is not known here`,
    hint: suggestion(name, known),
  }
}

function notAmong(path: Path, value: unknown, schema: AnySchema | undefined): Problem {
  const allowed = schema !== undefined && 'among' in schema ? (schema.among ?? []) : []
  const message = `"${String(value)}" is not an allowed value`
  return { code: 'E3030', path, message, hint: suggestion(String(value), allowed) }
}

function wrongType(path: Path, value: unknown, wanted: string): Problem {
  const shown = typeof value === 'object' ? kindOf(value) : JSON.stringify(value)
  return { code: 'E3012', path, message: `${shown} stands where ${wanted} is expected` }
}

/** The near miss when there is one, the whole list when it is short. */
export function suggestion(name: string, known: readonly string[]): string | undefined {
  const near = didYouMean(name, known)
  if (near !== undefined) return `Did you mean "${near}"?`
  if (known.length === 0) return undefined
  const shown = known.slice(0, 12).join(', ')
  return `Allowed: ${shown}${known.length > 12 ? `, and ${known.length - 12} more` : ''}`
}
