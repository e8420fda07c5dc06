import { isObject, onlyKey } from '../json.ts'
import { subParts } from '../sub-variables.ts'
import { textIn } from './literal.ts'

/** A piece of a text: written out, or a function call that yields it. */
export type TextPart = string | { readonly call: unknown }

/** A text that may be joined from pieces by `Fn::Sub` and `Fn::Join`; one call when nothing of it is known. */
export function textParts(value: unknown): readonly TextPart[] {
  const text = textIn(value)
  if (text !== undefined) return [text]
  const call = onlyKey(value)
  const argument = isObject(value) && call !== undefined ? value[call] : undefined
  if (call === 'Fn::Sub') return substituted(argument) ?? [{ call: value }]
  if (call === 'Fn::Join') return joined(argument) ?? [{ call: value }]
  return [{ call: value }]
}

/** The pieces as one text, with a mark for what is not known. */
export function withMarks(parts: readonly TextPart[], mark: string): string {
  return parts.map((part) => (typeof part === 'string' ? part : mark)).join('')
}

function substituted(argument: unknown): readonly TextPart[] | undefined {
  const parts = subParts(argument)
  return parts?.text.split(/(\$\{[^{}]*\})/).flatMap((piece): readonly TextPart[] => {
    const name = /^\$\{([^{}]*)\}$/.exec(piece)?.[1]?.trim()
    if (name === undefined) return piece === '' ? [] : [piece]
    if (name.startsWith('!')) return [`\${${name.slice(1)}}`]
    if (Object.hasOwn(parts.own, name)) return textParts(parts.own[name])
    return [{ call: name.includes('.') ? { 'Fn::GetAtt': name.split(/\.(.*)/s, 2) } : { Ref: name } }]
  })
}

function joined(argument: unknown): readonly TextPart[] | undefined {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string' || !Array.isArray(argument[1]))
    return undefined
  const separator = argument[0]
  return argument[1].flatMap((piece: unknown, index) => [
    ...(index > 0 && separator !== '' ? [separator] : []),
    ...textParts(piece),
  ])
}
