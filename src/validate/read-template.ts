import { createRequire } from 'node:module'
import type { Document, LineCounter, Node, YAMLMap } from 'yaml'
import { CfstackError } from '../model/error.ts'
import { TemplateSyntaxError } from './template-syntax-error.ts'

export type Yaml = typeof import('yaml')

interface ParseOptions {
  readonly uniqueKeys: boolean
  readonly lineCounter?: LineCounter
}

type ParsedTemplate = ReturnType<Yaml['parseDocument']>

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
  const yaml = yamlLibrary()
  const document = parseLeniently(yaml, text, { uniqueKeys: true })
  const error = document.errors[0]
  if (error !== undefined) {
    const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 }
    const what = error.message.replace(/ at line \d+[\s\S]*$/, '')
    throw new TemplateSyntaxError(file, what, { line, column: col })
  }
  // An empty file is an empty template.
  return new Reader(yaml, document).read(document.contents) ?? {}
}

/**
 * Parses YAML. Quoted text may go on further left than its key: other YAML readers take that, and templates rely on it, so that
 * such lines are moved to the right and tried again.
 */
export function parseLeniently(yaml: Yaml, text: string, options: ParseOptions): ParsedTemplate {
  const document = yaml.parseDocument(text, { ...options, logLevel: 'silent' })
  const line = document.errors.find(({ message }) => /Missing closing .quote/.test(message))?.linePos?.[0]
    .line
  if (line === undefined) return document
  const lines = text.split('\n')
  const quote = /"[^"]*$/.test(lines[line - 1] ?? '') ? '"' : "'"
  const rest = lines.slice(line)
  const end = rest.findIndex((one) => one.replaceAll(quote + quote, '').includes(quote))
  if (end < 0 || rest[0]?.startsWith(moved) === true) return document
  const repaired = [...lines.slice(0, line), ...rest.map((one, index) => (index <= end ? moved + one : one))]
  return parseLeniently(yaml, repaired.join('\n'), options)
}

const moved = ' '.repeat(80)

/** Turns YAML nodes into the JSON that they stand for. */
class Reader {
  readonly #yaml: Yaml
  readonly #document: Document
  /** Aliases followed so far: a few lines of them can stand for gigabytes. */
  #aliases = 0

  constructor(yaml: Yaml, document: Document) {
    this.#yaml = yaml
    this.#document = document
  }

  read(node: unknown): unknown {
    if (this.#yaml.isAlias(node)) {
      if (++this.#aliases > 10_000)
        throw new CfstackError('E_TEMPLATE_SYNTAX', 'Cannot read template: it has too many aliases')
      return this.read(node.resolve(this.#document as never))
    }
    const content = this.#content(node)
    const tag = (node as Node | null)?.tag ?? ''
    if (!/^![A-Za-z]/.test(tag)) return content
    const name = functionOf(tag)
    return {
      [name]: name === 'Fn::GetAtt' && typeof content === 'string' ? splitAttribute(content) : content,
    }
  }

  #content(node: unknown): unknown {
    if (this.#yaml.isSeq(node)) return node.items.map((item) => this.read(item))
    if (this.#yaml.isMap(node)) return this.#object(node)
    if (!this.#yaml.isScalar(node)) return null
    return typeof node.value === 'bigint' ? Number(node.value) : node.value
  }

  #object(node: YAMLMap): unknown {
    const pairs = node.items.flatMap(({ key, value }): readonly (readonly [string, unknown])[] => {
      const name = String(this.read(key))
      const inner = this.read(value)
      const merged = [inner].flat().filter((part) => typeof part === 'object' && part !== null)
      return name === '<<' ? merged.flatMap((part) => Object.entries(part as object)) : [[name, inner]]
    })
    return Object.fromEntries(pairs)
  }
}

/** `!Ref` is `Ref`, `!Sub` is `Fn::Sub`. */
export function functionOf(tag: string): string {
  const name = tag.slice(1)
  return name === 'Ref' || name === 'Condition' || name.includes('::') ? name : `Fn::${name}`
}

/** `!GetAtt Resource.Attribute`: everything after the first dot is the attribute. */
function splitAttribute(text: string): unknown {
  const dot = text.indexOf('.')
  return dot < 0 ? text : [text.slice(0, dot), text.slice(dot + 1)]
}

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

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inner = Object.values(value)
  const own = Array.isArray(value) ? 0 : inner.length
  return inner.reduce<number>((sum, item) => sum + countKeys(item), own)
}
