import { drawFrom, textOf } from '../../chance.ts'
import type { Place } from '../../world.ts'
import type { ParameterValue } from './stored-values.ts'

/** Parameters that AWS publishes in every region, such as the latest images: of the right form, the same each time. */
export function publicParameter(name: string, { region }: Place): ParameterValue | undefined {
  if (!name.startsWith('/aws/service/')) return undefined
  const image = `ami-${textOf(drawFrom(region + name), 'hex', 17)}`
  const isDocument = name.endsWith('/recommended')
  return {
    type: 'String',
    value: isDocument ? JSON.stringify({ image_id: image, image_name: name }) : image,
  }
}
