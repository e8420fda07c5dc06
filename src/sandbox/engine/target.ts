import type { ProcessedOutput, ProcessedResource } from '../template/processed-template.ts'
import { processTemplate } from '../template/process-template.ts'
import type { TemplateScope } from '../template/resolve-env.ts'
import type { Desired, StackState, World } from '../world.ts'

/** What an operation brings about, as plain data: what was read when it began holds until its end. */
export interface Target {
  readonly resources: { readonly [logicalId: string]: ProcessedResource }
  readonly outputs: readonly ProcessedOutput[]
  readonly scope: TemplateScope
}

/** What a template asks of a stack. Throws what CloudFormation says of a template that cannot be deployed. */
export function targetOf(world: World, stack: StackState, desired: Desired): Target {
  const { resources, outputs, scope } = processTemplate(desired, stack.place, stack, world)
  return { resources: Object.fromEntries(resources.map((one) => [one.logicalId, one])), outputs, scope }
}
