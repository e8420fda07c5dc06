import { isObject, onlyKey } from '../json.ts'
import { textIn } from './literal.ts'
import { textParts, type TextPart } from './text-parts.ts'

/** Whether a text cannot be base64, whatever its functions yield. Line breaks and the other alphabet are given the benefit of the doubt. */
export function isNotBase64(parts: readonly TextPart[]): boolean {
  return parts.some((part) => typeof part === 'string' && /[^A-Za-z0-9+/=_\s-]/.test(part))
}

/** Bytes that a text of base64 decodes to; 0 when it is not written out. */
export function decodedSize(value: unknown): number {
  const text = textIn(value)?.replace(/[\s=]/g, '')
  return text === undefined ? 0 : Math.floor((text.length * 3) / 4)
}

/** Bytes of UTF-8 that a value has at least: what is written out, and of the branches of `Fn::If` the shorter. */
export function surelyBytes(value: unknown, depth = 0): number {
  let bytes = 0
  for (const part of textParts(value)) {
    if (typeof part === 'string') bytes += Buffer.byteLength(part)
    else if (depth < 20) bytes += bytesOfCall(part.call, depth)
  }
  return bytes
}

function bytesOfCall(call: unknown, depth: number): number {
  const argument = isObject(call) && onlyKey(call) === 'Fn::If' ? call['Fn::If'] : undefined
  if (!Array.isArray(argument) || argument.length !== 3) return 0
  return Math.min(...argument.slice(1).map((branch: unknown) => surelyBytes(branch, depth + 1)))
}

/** How base64 of a script, of cloud-init's formats or of gzip begins. */
const begins =
  /^(IyEv|I2Nsb3Vk|I2luY2x1ZGU|PHBvd2Vyc2hlbGw|PHNjcmlwdD|Q29udGVudC1UeXBl|TUlNRS1WZXJzaW9u|H4sI)/

/** Whether a text is the base64 of user data: nobody writes user data that begins like that. */
export function isBase64OfText(value: unknown): boolean {
  const text = textIn(value)?.trim()
  return text !== undefined && begins.test(text) && /^[A-Za-z0-9+/\s]+={0,2}$/.test(text)
}
