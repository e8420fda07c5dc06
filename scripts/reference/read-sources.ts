import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A property of an options interface, as its source has it. */
export interface OptionSource {
  readonly name: string
  readonly optional: boolean
  readonly type: string
  readonly doc: string
}

interface InterfaceSource {
  readonly options: readonly OptionSource[]
  /** Interfaces that it extends, and the names that it takes from or leaves of them. */
  readonly bases: readonly Base[]
}

interface Base {
  readonly name: string
  readonly omit: readonly string[]
  readonly pick: readonly string[]
}

/** A fragment's function: what its comment says, and the types of its options. */
export interface FunctionSource {
  readonly name: string
  readonly doc: string
  readonly example: string
  readonly parameters: string
}

export interface Sources {
  readonly functions: ReadonlyMap<string, FunctionSource>
  readonly interfaces: ReadonlyMap<string, InterfaceSource>
}

/** Reads what the reference pages need from TypeScript as the formatter leaves it: a member a paragraph, indented by two. */
export function readSources(folder: string): Sources {
  const functions = new Map<string, FunctionSource>()
  const interfaces = new Map<string, InterfaceSource>()
  for (const file of readdirSync(folder, { encoding: 'utf8', recursive: true }).filter((name) =>
    name.endsWith('.ts'),
  )) {
    const text = readFileSync(join(folder, file), 'utf8')
    for (const found of text.matchAll(
      /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)export function (\w+)\(([\s\S]*?)\)(?::[^\n]*)? \{\n/g,
    ))
      functions.set(found[2] as string, functionOf(found as unknown as readonly string[]))
    for (const found of text.matchAll(
      /^(?:export )?interface (\w+)(?:\s+extends ([\s\S]*?))? \{(?:\}|\n([\s\S]*?)^\})/gm,
    ))
      interfaces.set(found[1] as string, {
        bases: basesOf(found[2] ?? ''),
        options: optionsOf(found[3] ?? ''),
      })
  }
  return { functions, interfaces }
}

/** All options of an interface, its own first, then what it extends. */
export function allOptions(name: string, { interfaces }: Sources): readonly OptionSource[] {
  const found = interfaces.get(name)
  if (found === undefined) return []
  const inherited = found.bases.flatMap(({ name: base, omit, pick }) =>
    allOptions(base, { interfaces, functions: new Map() }).filter(
      (option) => !omit.includes(option.name) && (pick.length === 0 || pick.includes(option.name)),
    ),
  )
  const seen = new Set<string>()
  return [...found.options, ...inherited].filter(({ name: option }) => !seen.has(option) && seen.add(option))
}

function functionOf([, comment = '', name = '', parameters = '']: readonly string[]): FunctionSource {
  const lines = commentLines(comment)
  const at = lines.indexOf('@example')
  const doc = (at < 0 ? lines : lines.slice(0, at)).join('\n').trim()
  return {
    name,
    doc,
    example:
      at < 0
        ? ''
        : lines
            .slice(at + 1)
            .join('\n')
            .trim(),
    parameters,
  }
}

function optionsOf(body: string): readonly OptionSource[] {
  const members = body.matchAll(
    /(?: {2}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)? {2}readonly (\w+)(\?)?: ((?:.|\n(?! {2}(?:\/\*\*|readonly)|$))+)/g,
  )
  return [...members].map(([, comment = '', name = '', optional, type = '']) => ({
    name,
    optional: optional !== undefined,
    type: type.replace(/\s+/g, ' ').replace(/^\| /, '').trim(),
    doc: commentLines(comment).join(' ').trim(),
  }))
}

function commentLines(comment: string): readonly string[] {
  const inner = comment.replace(/^\s*\/?\*\*?/, '').replace(/\*\/\s*$/, '')
  return inner.split('\n').map((line) => line.replace(/^\s*\* ?/, '').replace(/\s+$/, ''))
}

/** `A, Omit<B, 'x' | 'y'>, Pick<C, 'z'>`. */
function basesOf(text: string): readonly Base[] {
  return [...text.replace(/\s+/g, ' ').matchAll(/(?:(Omit|Pick|Partial)< ?)?(\w+)(?:, ([^<>]*)>)?/g)]
    .filter(([, , name]) => name !== undefined && /^[A-Z]/.test(name))
    .map(([, kind, name = '', list = '']) => {
      const names =
        kind === undefined ? [] : [...list.matchAll(/'(\w+)'/g)].map((found) => found[1] as string)
      return { name, omit: kind === 'Omit' ? names : [], pick: kind === 'Pick' ? names : [] }
    })
}
