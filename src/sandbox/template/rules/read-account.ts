import { isObject, onlyKey } from '../../../validate/json.ts'
import { textOfScalar } from '../functions/text-of-scalar.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import type { LiveResource } from '../../world.ts'

/** What `Fn::RefAll`, `Fn::ValueOf` and `Fn::ValueOfAll` find in the account; undefined for anything else. */
export function readAccount(value: unknown, env: ResolveEnv): string | readonly string[] | undefined {
  const name = onlyKey(value)
  if (name === undefined || !isObject(value)) return undefined
  const [subject = '', attribute = ''] = [value[name]].flat().map(String)
  if (name === 'Fn::RefAll') return liveOf(subject, env).map(({ physicalId }) => physicalId)
  if (name === 'Fn::ValueOfAll') return liveOf(subject, env).map((live) => valueOf(live, attribute))
  if (name !== 'Fn::ValueOf') return undefined
  const given = env.scope.parameters[subject] ?? ''
  const values = [given].flat().map((id) => {
    const live = Object.values(env.world.live).find((one) => one.physicalId === id && isHere(one, env))
    return live === undefined ? '' : valueOf(live, attribute)
  })
  return Array.isArray(given) ? values : (values[0] ?? '')
}

/** Resources of a parameter's type: `AWS::EC2::VPC::Id` is about `AWS::EC2::VPC`. */
function liveOf(parameterType: string, env: ResolveEnv): readonly LiveResource[] {
  const type = parameterType.replace(/^List<(.*)>$/, '$1').replace(/::[^:]*$/, '')
  return Object.values(env.world.live).filter((live) => live.type === type && isHere(live, env))
}

function isHere({ place }: LiveResource, { place: here }: ResolveEnv): boolean {
  return place.account === here.account && place.region === here.region
}

function valueOf({ properties, attributes }: LiveResource, attribute: string): string {
  if (!attribute.startsWith('Tags.'))
    return textOfScalar(properties[attribute] ?? attributes[attribute]) ?? ''
  const tags = Array.isArray(properties['Tags']) ? properties['Tags'].filter(isObject) : []
  return textOfScalar(tags.find((tag) => tag['Key'] === attribute.slice('Tags.'.length))?.['Value']) ?? ''
}
