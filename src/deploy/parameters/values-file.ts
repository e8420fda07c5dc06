import { CfstackError } from '../../model/error.ts'

/**
 * Parameter values from what a file holds: an object of names and values, the same under `Parameters`, or the list that the
 * AWS command line takes (`[{ "ParameterKey": …, "ParameterValue": … }]`). Lists of values become comma-separated text.
 */
export function valuesFromFile(file: string, content: unknown): Readonly<Record<string, string>> {
  if (Array.isArray(content)) return Object.fromEntries(content.flatMap((item) => listItem(file, item)))
  if (!isObject(content)) throw malformed(file, 'it holds neither an object nor a list')
  const inner = isObject(content['Parameters']) ? content['Parameters'] : content
  return Object.fromEntries(Object.entries(inner).map(([name, value]) => [name, asText(file, name, value)]))
}

function listItem(file: string, item: unknown): [string, string][] {
  if (!isObject(item) || typeof item['ParameterKey'] !== 'string') {
    throw malformed(file, 'an item of its list has no ParameterKey')
  }
  const { ParameterKey: name, ParameterValue: value, UsePreviousValue: previous } = item
  if (value === undefined && String(previous) === 'true') return []
  return [[name as string, asText(file, name as string, value)]]
}

function asText(file: string, name: string, value: unknown): string {
  const items = Array.isArray(value) ? value : [value]
  if (items.some((item) => item === null || item === undefined || typeof item === 'object')) {
    throw malformed(file, `the value of "${name}" is neither text, number, boolean nor a list of these`)
  }
  return items.map(String).join(',')
}

function malformed(file: string, state: string): CfstackError {
  return new CfstackError('E_PARAMETERS_FILE', `Cannot read parameters "${file}": ${state}`, {
    hint: 'Write an object of names and values, or a list of { "ParameterKey", "ParameterValue" }',
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
