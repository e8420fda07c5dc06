import type { DeployHost } from '../../deploy/flow/deployment.ts'
import { interrupted } from '../../deploy/flow/stopped-watching.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import type { View } from '../progress/view.ts'
import { commandHint, type PlaceFlags } from '../stack/command-hint.ts'
import { choose, isInteractive } from '../prompt.ts'
import { approve, type Approval } from './approve.ts'
import type { OnInterrupt } from './detach-or-cancel.ts'
import { renderPlan } from './render-plan.ts'
import { askParameters } from './settle-parameters.ts'

export interface HostOptions {
  readonly view: View
  readonly approved: Approval['approved']
  readonly onInterrupt: (signal: AbortSignal) => Promise<OnInterrupt>
  /** The flags that name the stack; its name alone when they are absent. */
  readonly place?: PlaceFlags
  /** True when nothing more is to be executed. */
  readonly isHalted?: () => boolean
  /** Lets one question be asked at a time. */
  readonly inTurn: <T>(ask: () => Promise<T>) => Promise<T>
}

/** The host of a stack's deployment: shows through the view, asks on the terminal. */
export function terminalHost(target: DeployTarget, options: HostOptions): DeployHost {
  const { view, approved, onInterrupt, inTurn, place = { 'stack-name': target.stackName } } = options
  const { stackName } = target
  const quietly = async <T>(ask: () => Promise<T>): Promise<T> => {
    view.pause()
    try {
      return await ask()
    } finally {
      view.resume()
    }
  }
  const asking = <T>(ask: () => Promise<T>): Promise<T> => inTurn(() => quietly(ask))
  return {
    interactive: isInteractive(),
    hint: (verb, stackId) => commandHint(verb, { ...place, region: place.region ?? stackId?.split(':')[3] }),
    say: (text) => view.say(text, stackName),
    event: (event) => view.event(stackName, event),
    began: (facts) => view.began(stackName, facts),
    ended: () => view.ended(stackName),
    choose: (question, signal) => asking(() => choose(question, signal)),
    askParameters: (missing, signal) => asking(() => askParameters(target, missing, signal)),
    approve: (proposal, signal) =>
      inTurn(async () => {
        if (options.isHalted?.() === true) throw interrupted(stackName, undefined)
        const { plan, settings } = proposal
        const texts = settings.map(({ text }) => text)
        view.say(
          plan === undefined
            ? [`No resource of stack "${stackName}" changes.`, ...texts].join('\n')
            : renderPlan(plan, texts),
        )
        await quietly(() => approve(stackName, proposal, { approved, signal }))
      }),
    interrupted: onInterrupt,
  }
}

/** Lets callers through one after the other. */
export function oneAtATime(): HostOptions['inTurn'] {
  let last: Promise<unknown> = Promise.resolve()
  return (ask) => {
    const mine = last.then(ask, ask)
    last = mine.catch(() => undefined)
    return mine
  }
}
