import type { StackPlan } from '../../deploy/flow/plan-stack.ts'
import { CfstackError } from '../../model/error.ts'

/** Removes what a plan has made. Who may plan but not delete leaves an empty stack, and is told. */
export async function discardPlan({ prepared }: Pick<StackPlan, 'prepared'>, say: (text: string) => void): Promise<void> {
  await prepared?.discard().catch((error: unknown) => {
    if (!(error instanceof CfstackError) || error.code !== 'E_ACCESS') throw error
    say(`Something of the plan stays: ${error.message}`)
  })
}
