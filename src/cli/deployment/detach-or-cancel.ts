import type { Interruption } from '../interruption.ts'
import { choose, isAsking, isInteractive } from '../prompt.ts'

export type OnInterrupt = 'detach' | 'cancel'

export interface OnInterruptOptions {
  readonly view: { pause(): void; resume(): void }
  /** Called when a person has decided to detach or to cancel: nothing more is to begin. */
  readonly onDecision?: () => void
}

/**
 * Asks what Ctrl-C means while deployments run: the first one asks, a second one detaches; without a terminal the first one detaches.
 * All deployments of a run share the question and its answer. Ctrl-C at another question stops everything.
 */
export function detachOrCancel(
  interruption: Interruption,
  { view, onDecision }: OnInterruptOptions,
): (signal: AbortSignal) => Promise<OnInterrupt> {
  const waiting = new Set<(choice: OnInterrupt) => void>()
  const answer = (choice: OnInterrupt): void => {
    onDecision?.()
    const all = [...waiting]
    waiting.clear()
    for (const tell of all) tell(choice)
  }
  let asking: AbortController | undefined
  const onInterrupt = async (): Promise<void> => {
    if (!isInteractive() || asking !== undefined) {
      asking?.abort()
      return answer('detach')
    }
    if (isAsking()) return interruption.stop()
    asking = new AbortController()
    view.pause()
    const choice = await choose(
      {
        text: 'The deployment goes on meanwhile. What now?',
        answers: {
          detach: 'leave it alone: it goes on by itself',
          cancel: 'turn it back',
          keep: 'keep watching',
        },
      },
      asking.signal,
    ).catch(() => 'detach' as const)
    asking = undefined
    view.resume()
    if (choice === 'detach' || choice === 'cancel') answer(choice)
  }
  let undo: (() => void) | undefined
  return (signal) =>
    new Promise((done) => {
      undo ??= interruption.divert(() => void onInterrupt())
      const leave = (): void => {
        waiting.delete(done)
        if (waiting.size > 0) return
        undo?.()
        undo = undefined
        asking?.abort()
      }
      waiting.add(done)
      if (signal.aborted) leave()
      else signal.addEventListener('abort', leave, { once: true })
    })
}
