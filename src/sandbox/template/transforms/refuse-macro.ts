import { validationError } from '../../service-error.ts'
import type { ResolveEnv } from '../resolve-env.ts'
import { transformError } from './transform-error.ts'

/** Fails as CloudFormation does for a macro that does not exist; one that does would have to run a function, which the sandbox cannot. */
export function refuseMacro(name: string, { world, place }: ResolveEnv): never {
  const full = name.includes('::') ? name : `${place.account}::${name}`
  const isThere = Object.values(world.live).some(
    ({ type, properties }) => type === 'AWS::CloudFormation::Macro' && properties['Name'] === name,
  )
  if (isThere) throw transformError(full, 'The sandbox runs no Lambda functions.')
  throw validationError(`No transform named ${full} found.`)
}
