import type { Place } from '../../world.ts'
import type { ParameterValue } from './stored-values.ts'

/** Parameters that AWS publishes in every region, such as the latest images: of the right form, the same each time. */
export function publicParameter(name: string, { region }: Place): ParameterValue | undefined {
  if (!name.startsWith('/aws/service/')) return undefined
  const image = `ami-${hexOf(`${region}${name}`, 17)}`
  const isDocument = name.endsWith('/recommended')
  return { type: 'String', value: isDocument ? JSON.stringify({ image_id: image, image_name: name }) : image }
}

/** Hexadecimal digits that hang on a text: FNV-1a, one round for eight digits. */
function hexOf(text: string, digits: number): string {
  let hex = ''
  for (let round = 0; hex.length < digits; round++) {
    let hash = 0x811c9dc5 ^ round
    for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193)
    hex += (hash >>> 0).toString(16).padStart(8, '0')
  }
  return hex.slice(0, digits)
}
