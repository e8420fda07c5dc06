import { isObject, onlyKey } from '../json.ts'
import { subParts } from '../sub-variables.ts'
import { textIn } from './literal.ts'

/** A piece of a text: written out, or a function call that yields it. */
export type TextPart = string | { readonly call: unknown }

/** The most pieces that are looked at: texts that stand in each other's variables multiply. */
const most = 10_000

/** A text that may be joined from pieces by `Fn::Sub` and `Fn::Join`; one call when nothing of it is known, or there are too many pieces. */
export function textParts(value: unknown): readonly TextPart[] {
  const text = textIn(value)
  if (text !== undefined) return [text]
  const pieces: Pieces = { parts: [], left: most }
  collect(value, pieces)
  return pieces.left < 0 ? [{ call: value }] : pieces.parts
}

interface Pieces {
  readonly parts: TextPart[]
  left: number
}

function collect(value: unknown, pieces: Pieces): void {
  if (pieces.left-- < 0) return
  const text = textIn(value)
  const call = onlyKey(value)
  const argument = isObject(value) && call !== undefined ? value[call] : undefined
  const isDone =
    text === undefined &&
    ((call === 'Fn::Sub' && substitute(argument, pieces)) || (call === 'Fn::Join' && join(argument, pieces)))
  if (!isDone) pieces.parts.push(text ?? { call: value })
}

/** The pieces as one text, with a mark for what is not known. */
export function withMarks(parts: readonly TextPart[], mark: string): string {
  return parts.map((part) => (typeof part === 'string' ? part : mark)).join('')
}

/** Whether it is a text that can be taken to pieces. */
function substitute(argument: unknown, pieces: Pieces): boolean {
  const sub = subParts(argument)
  if (sub === undefined) return false
  for (const piece of sub.text.split(/(\$\{[^{}]*\})/)) {
    const name = /^\$\{([^{}]*)\}$/.exec(piece)?.[1]?.trim()
    if (pieces.left-- < 0) return true
    if (name === undefined) {
      if (piece !== '') pieces.parts.push(piece)
    } else if (name.startsWith('!')) pieces.parts.push(`\${${name.slice(1)}}`)
    else if (Object.hasOwn(sub.own, name)) collect(sub.own[name], pieces)
    else
      pieces.parts.push({
        call: name.includes('.') ? { 'Fn::GetAtt': name.split(/\.(.*)/s, 2) } : { Ref: name },
      })
  }
  return true
}

/** Whether it is a list that can be taken to pieces. */
function join(argument: unknown, pieces: Pieces): boolean {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string' || !Array.isArray(argument[1])) return false
  const [separator, items]: readonly [string, readonly unknown[]] = [argument[0], argument[1]]
  for (const [index, item] of items.entries()) {
    if (index > 0 && separator !== '') pieces.parts.push(separator)
    collect(item, pieces)
  }
  return true
}
