import type { ResourceState } from '../world.ts'
import type { PlannedDetail } from './planned-change.ts'

/** A nested stack is always looked at: its template may be another one at the same place. */
export function nestedDetails({ type }: ResourceState): readonly PlannedDetail[] {
  return type === 'AWS::CloudFormation::Stack'
    ? [{ attribute: 'Properties', recreation: 'Never', evaluation: 'Dynamic', source: 'Automatic' }]
    : []
}

/** That a nested stack is looked at covers what it gets from others that are looked at as well. */
export function withoutOpenOutputs(
  { type }: ResourceState,
  details: readonly PlannedDetail[],
): readonly PlannedDetail[] {
  if (type !== 'AWS::CloudFormation::Stack') return details
  const open = new Set(
    details
      .filter(({ source, evaluation }) => source === 'ResourceAttribute' && evaluation === 'Dynamic')
      .map(({ path }) => path),
  )
  return details.filter(({ path }) => !open.has(path))
}
