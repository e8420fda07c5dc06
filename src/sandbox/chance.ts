import type { World } from './world.ts'

/** Numbers in [0, 1), each call the next. */
export type Draw = () => number

const digits = '0123456789'
const lower = 'abcdefghijklmnopqrstuvwxyz'
const alphabets = {
  hex: `${digits}abcdef`,
  digits,
  lower: lower + digits,
  upper: lower.toUpperCase() + digits,
  mixed: lower + lower.toUpperCase() + digits,
}

export type Alphabet = keyof typeof alphabets

/** The world's next chance, in [0, 1): the same seed gives the same row. */
export function draw(world: World): number {
  world.draws += 1
  return mix(hashOf(world.seed) + Math.imul(world.draws, 0x9e3779b9)) / 2 ** 32
}

/** A row of chances that a text decides: for what follows from a name, and must be the same whenever it is asked. */
export function drawFrom(text: string): Draw {
  let state = hashOf(text)
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    return mix(state) / 2 ** 32
  }
}

/** Text of `length` characters of an alphabet. */
export function textOf(next: Draw, alphabet: Alphabet, length: number): string {
  const characters = alphabets[alphabet]
  let text = ''
  while (text.length < length) text += characters[Math.floor(next() * characters.length)]
  return text
}

/** A random UUID, version 4. */
export function uuidOf(next: Draw): string {
  const hex = (length: number): string => textOf(next, 'hex', length)
  const variant = '89ab'[Math.floor(next() * 4)]
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`
}

/** Hexadecimal digits of the world's chance, as in `vpc-0123456789abcdef0`. */
export function hexId(world: World, length: number): string {
  return textOf(() => draw(world), 'hex', length)
}

/** Letters and digits of the world's chance, as at the end of generated names. */
export function letters(world: World, length: number): string {
  return textOf(() => draw(world), 'mixed', length)
}

/** A UUID of the world's chance. */
export function uuid(world: World): string {
  return uuidOf(() => draw(world))
}

/** FNV-1a with a final mix. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mix(hash)
}

/** The finalizer of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(value: number): number {
  let hash = value >>> 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
