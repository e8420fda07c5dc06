import type { ResourceState } from '../world.ts'
import type { PlannedDetail } from './planned-change.ts'

/** A nested stack is always looked at: its template may be another one at the same place. */
export function nestedDetails({ type }: ResourceState): readonly PlannedDetail[] {
  return type === 'AWS::CloudFormation::Stack'
    ? [{ attribute: 'Properties', recreation: 'Never', evaluation: 'Dynamic', source: 'Automatic' }]
    : []
}
