import { withNumericKeys } from './numeric-keys.ts'
import { isNull, type PlainMember, type PlainNode, type PlainScalar } from './plain-yaml.ts'
import { callOf } from './short-form.ts'

/** The JSON that a node of plain YAML stands for, with the short forms of functions written out. */
export function plainValue({ tag, content }: PlainNode): unknown {
  if (tag === '') return contentValue(content)
  return callOf(tag, 'text' in content ? content.text : contentValue(content))
}

function contentValue(content: PlainNode['content']): unknown {
  if ('text' in content) return scalarValue(content)
  if (!(content instanceof Map)) return (content as readonly PlainNode[]).map(plainValue)
  const members = [...(content as ReadonlyMap<string, PlainMember>)]
  const numeric = members.flatMap(([name, { isQuoted }]) =>
    isQuoted || numberOf(name) === undefined ? [] : [name],
  )
  return withNumericKeys(
    Object.fromEntries(members.map(([name, { value }]) => [name, plainValue(value)])),
    numeric,
  )
}

/** What text without quotes means: as YAML 1.2, and `yes`, `no`, `on` and `off` as YAML 1.1, which CloudFormation reads. */
function scalarValue({ text, isQuoted }: PlainScalar): unknown {
  if (isQuoted || (text !== '' && !/^[-+.\d~nNtTfFyYoO]/.test(text))) return text
  if (isNull(text)) return null
  if (/^(?:[Tt]rue|TRUE|[Yy]es|YES|[Oo]n|ON)$/.test(text)) return true
  if (/^(?:[Ff]alse|FALSE|[Nn]o|NO|[Oo]ff|OFF)$/.test(text)) return false
  return numberOf(text) ?? text
}

function numberOf(text: string): number | undefined {
  if (/^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+)$/.test(text)) return Number(text)
  if (/^[-+]?(?:\.\d+|\d+\.\d*|(?:\.\d+|\d+(?:\.\d*)?)[eE][-+]?\d+)$/.test(text)) return Number(text)
  if (/^(?:\.nan|\.NaN|\.NAN)$/.test(text)) return Number.NaN
  const infinite = /^([-+]?)\.(?:inf|Inf|INF)$/.exec(text)
  if (infinite === null) return undefined
  return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}
