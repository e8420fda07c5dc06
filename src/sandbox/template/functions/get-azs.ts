import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { availabilityZones } from './availability-zones.ts'

/** `Fn::GetAZs`: the availability zones of a region; the stack's when it is an empty text. */
export const getAzs: TemplateFunction = (argument, env, resolve) => {
  const region = resolve(argument, env)
  if (region === unknownValue) return unknownValue
  if (typeof region !== 'string') throw malformedCall('Fn::GetAZs')
  // Of another region than the stack's it yields none: https://github.com/ministackorg/ministack/pull/1650
  return region === '' || region === env.place.region ? availabilityZones(env.place.region) : []
}
