import { endOperation } from './end-operation.ts'
import { setStackStatus } from './event.ts'
import { runOf, type Run } from './run.ts'

/** Nested stacks that wait for a parent which failed and stays as it is are done; what they can go back to is kept. */
export function releaseHeld({ world, stack }: Run): void {
  for (const { nestedStackId = '' } of Object.values(stack.resources)) {
    const child = runOf(world, nestedStackId)
    if (child?.running.phase !== 'hold') continue
    setStackStatus(child, 'UPDATE_COMPLETE')
    endOperation(child, 'SUCCEEDED')
  }
}
