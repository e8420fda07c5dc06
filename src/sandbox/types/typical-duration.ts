import { draw } from '../chance.ts'
import type { JsonObject, World } from '../world.ts'
import { durations, otherwise } from './durations.ts'
import { textAt } from './fill-form.ts'

/** What is done to a resource, and how it is to be. */
export interface Doing {
  readonly type: string
  readonly action: 'create' | 'update' | 'delete'
  readonly properties?: JsonObject
}

/** Milliseconds that a resource of the type takes; a fifth more or less, as chance wants. */
export function typicalDuration(world: World, { type, action, properties = {} }: Doing): number {
  const seconds = (durations[type] ?? otherwise)[action] * (factors[type]?.(properties) ?? 1)
  return Math.round(seconds * 1000 * (0.8 + 0.4 * draw(world)))
}

/** How much longer a resource takes for its properties. */
const factors: { readonly [type: string]: (properties: JsonObject) => number } = {
  // Nobody waits for hosts or tasks that are not wanted.
  'AWS::AutoScaling::AutoScalingGroup': (properties) =>
    isZero(properties, 'DesiredCapacity') || isZero(properties, 'MinSize') ? 0.1 : 1,
  'AWS::ECS::Service': (properties) => (isZero(properties, 'DesiredCount') ? 0.1 : 1),
  // The standby is made after the instance itself.
  'AWS::RDS::DBInstance': (properties) => (textAt(properties, ['MultiAZ']) === 'true' ? 1.5 : 1),
}

function isZero(properties: JsonObject, name: string): boolean {
  return textAt(properties, [name]) === '0'
}
