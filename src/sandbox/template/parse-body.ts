import { isObject } from '../../validate/json.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import { TemplateSyntaxError } from '../../validate/template-syntax-error.ts'
import { validationError } from '../service-error.ts'
import { jsonFault } from './json-fault.ts'
import type { JsonObject } from '../world.ts'

/** Reads the text of a template; what begins with a brace is JSON, anything else YAML. Throws what CloudFormation says of other text. */
export function parseBody(text: string): JsonObject {
  const body = text.replace(/^\uFEFF/, '')
  const isJson = body.trimStart().startsWith('{')
  const value = isJson ? parseJson(body) : parseYaml(body)
  if (!isObject(value)) throw validationError('Template format error: unsupported structure.')
  return value
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    const before = body.slice(0, jsonFault(body)).split('\n')
    throw malformed('JSON', before.length, (before.at(-1) ?? '').length + 1)
  }
}

function parseYaml(body: string): unknown {
  try {
    return parseTemplate(body)
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error
    throw malformed('YAML', error.line, error.column)
  }
}

function malformed(kind: 'JSON' | 'YAML', line: number, column: number): Error {
  return validationError(`Template format error: ${kind} not well-formed. (line ${line}, column ${column})`)
}
