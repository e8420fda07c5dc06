import type { StackEvent } from '../../deploy/calls/client.ts'

/** Shows the deployments of a run: to a person at a terminal, in plain lines, or to a program. */
export interface View {
  /** A message; of a stack, when one is named. */
  say(text: string, stack?: string): void
  began(stack: string, facts: { readonly total: number; readonly expectedSeconds?: number | undefined }): void
  event(stack: string, event: StackEvent): void
  ended(stack: string): void
  /** While somebody is asked nothing moves. */
  pause(): void
  resume(): void
  close(): void
}
