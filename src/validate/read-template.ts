import { createRequire } from 'node:module'
import type { LineCounter } from 'yaml'
import { plainValue } from './plain-values.ts'
import { parsePlainYaml } from './plain-yaml.ts'
import { TemplateSyntaxError } from './template-syntax-error.ts'
import { valuesOf } from './yaml-values.ts'

export type Yaml = typeof import('yaml')

type ParsedTemplate = ReturnType<Yaml['parseDocument']>

/** A text of YAML as the library that knows all of it reads it. */
interface ParsedText {
  readonly document: ParsedTemplate
  readonly lines: LineCounter
}

/** Loading the YAML library costs 20 ms: only when there is YAML, or a finding to place. */
export function yamlLibrary(): Yaml {
  return createRequire(import.meta.url)('yaml') as Yaml
}

/**
 * Reads a template of JSON or YAML text, with the short forms of all functions (`!Ref`, `!GetAtt A.B`, `!Sub`, …) written out.
 * Throws `E_TEMPLATE_SYNTAX` with line and column when it is neither, or when a key stands twice.
 *
 * @example
 * parseTemplate('Resources: { A: { Type: AWS::SNS::Topic } }', 'a.yaml')
 */
export function parseTemplate(text: string, file = 'template'): unknown {
  const json = parseJson(text)
  if (json !== undefined && !hasRepeatedKey(text, json)) return json
  const plain = parsePlainYaml(text)
  // An empty file is an empty template.
  return (plain === undefined ? readYaml(text, file) : plainValue(plain)) ?? {}
}

/** Reads YAML of every form, or throws what is wrong with it. */
export function readYaml(text: string, file: string): unknown {
  const yaml = yamlLibrary()
  const document = parseOrFail(yaml, text, file)
  const error = document.errors[0]
  if (error !== undefined) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 }
    const what = /call stack/.test(error.message)
      ? tooDeep
      : error.message.replace(/( at line \d+|; please use)[\s\S]*$/, '')
    throw new TemplateSyntaxError(file, what, { line, column: col })
  }
  return valuesOf(yaml, document, (offset, reason) => {
    throw new TemplateSyntaxError(file, reason, placeOf(offset, text))
  })
}

const tooDeep = 'It nests too deep'

function parseOrFail(yaml: Yaml, text: string, file: string): ParsedTemplate {
  try {
    if (opensTooMuch(text)) throw new RangeError(tooDeep)
    return parseOnce(yaml, text).document
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new TemplateSyntaxError(file, tooDeep, { line: 1, column: 1 })
  }
}

/** Whether thousands of brackets stay open, which would take the parser long before it gives up. Those in text count too. */
function opensTooMuch(text: string): boolean {
  let open = 0
  for (const bracket of text.match(/[[{}\]]/g) ?? []) {
    open = bracket === '[' || bracket === '{' ? open + 1 : Math.max(open - 1, 0)
    if (open > 2000) return true
  }
  return false
}

function placeOf(offset: number, text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before[before.length - 1] ?? '').length + 1 }
}

let last: (ParsedText & { readonly text: string }) | undefined

/** Parses YAML, with its lines. The last text is kept: what is wrong in it is placed after it was judged. */
export function parseOnce(yaml: Yaml, text: string): ParsedText {
  if (last?.text !== text) {
    const lines = new yaml.LineCounter()
    last = { text, document: parseLeniently(yaml, text, lines), lines }
  }
  return last
}

/**
 * Parses YAML. Quoted text may go on further left than its key: other YAML readers take that, and templates rely on it, so that
 * such lines are moved to the right and tried again.
 */
function parseLeniently(yaml: Yaml, text: string, lineCounter: LineCounter): ParsedTemplate {
  lineCounter.lineStarts = []
  const document = yaml.parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'error' })
  const line = document.errors.find(({ message }) => /Missing closing .quote/.test(message))?.linePos?.[0]
    .line
  if (line === undefined) return document
  const lines = text.split('\n')
  const quote = /"[^"]*$/.test(lines[line - 1] ?? '') ? '"' : "'"
  const rest = lines.slice(line)
  const end = rest.findIndex((one) => one.replaceAll(quote + quote, '').includes(quote))
  if (end < 0 || rest[0]?.startsWith(moved) === true) return document
  const repaired = [...lines.slice(0, line), ...rest.map((one, index) => (index <= end ? moved + one : one))]
  return parseLeniently(yaml, repaired.join('\n'), lineCounter)
}

const moved = ' '.repeat(80)

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** `JSON.parse` takes the last of two equal keys in silence; counting the keys that are written tells. */
function hasRepeatedKey(text: string, value: unknown): boolean {
  const strings = text.match(/"(?:[^"\\]|\\.)*"\s*:?/g) ?? []
  return strings.filter((part) => part.endsWith(':')).length > countKeys(value)
}

/** Without recursion, so that no depth overflows the stack. */
function countKeys(value: unknown): number {
  const todo: unknown[] = [value]
  let count = 0
  for (let next = todo.pop(); next !== undefined || todo.length > 0; next = todo.pop()) {
    if (typeof next !== 'object' || next === null) continue
    const inner = Object.values(next)
    if (!Array.isArray(next)) count += inner.length
    for (const item of inner) todo.push(item)
  }
  return count
}
