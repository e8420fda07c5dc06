import { messageOf } from './message-of.ts'
import type { ProcessedOutput, ProcessedResource } from '../template/processed-template.ts'
import { processTemplate } from '../template/process-template.ts'
import type { TemplateScope } from '../template/resolve-env.ts'
import { readTemplate } from '../template/read-template.ts'
import { isTransformed } from '../template/transforms/transforms-of.ts'
import type { Desired, StackState, World } from '../world.ts'

/** What an operation brings about, as plain data: what was read when it began holds until its end. */
export interface Target {
  readonly resources: { readonly [logicalId: string]: ProcessedResource }
  readonly outputs: readonly ProcessedOutput[]
  readonly scope: TemplateScope
  /** What is wrong with it, which is found only now that it begins. */
  readonly problem?: string | undefined
}

/**
 * What a template asks of a stack. Throws what CloudFormation says of a template that cannot be deployed; a transform that fails is a
 * problem of the stack.
 */
export function targetOf(world: World, stack: StackState, desired: Desired): Target {
  try {
    const { resources, outputs, scope, problem } = processTemplate(desired, stack.place, stack, world)
    const byId = Object.fromEntries(resources.map((one) => [one.logicalId, one]))
    return { resources: byId, outputs, scope, problem }
  } catch (error) {
    if (!isTransformed(readTemplate(desired.body))) throw error
    const scope: TemplateScope = { parameters: {}, mappings: {}, conditions: {} }
    return { resources: {}, outputs: [], scope, problem: messageOf(error) }
  }
}
