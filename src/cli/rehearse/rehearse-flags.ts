import { didYouMean } from '../../model/did-you-mean.ts'
import type { Template } from '../../model/template.ts'
import type { Fault } from '../../sandbox/world.ts'
import type { DeployFlags } from '../deployment/deploy-flags.ts'
import { usage } from '../stack/stack-flags.ts'

/** Flags of `rehearse`. */
export interface RehearseFlags extends DeployFlags {
  readonly from: string | undefined
  readonly fail: readonly string[]
}

/** Failures that come together in one play. */
export interface WantedFailure {
  /** As the command line has it. */
  readonly text: string
  readonly faults: readonly Fault[]
}

const moments = ['create', 'update', 'delete', 'rollback'] as const

/**
 * Reads `--fail`: logical ids, separated by commas when they are to fail together, each with a moment behind a colon when it matters, and a
 * reason behind `=`: `WebService,WebQueue:rollback=Out of capacity`. Throws for ids that neither template has.
 */
export function wantedFailure(text: string, stack: string, templates: readonly Template[]): WantedFailure {
  const at = text.indexOf('=')
  const [ids, reason] = at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
  const known = templates.flatMap(({ Resources }) => Object.keys(Resources))
  const faults = ids.split(',').map((word): Fault => {
    const [logicalId = '', moment] = word.split(':')
    const on = moments.find((one) => one === moment)
    if (moment !== undefined && on === undefined)
      throw usage(`"${moment}" in --fail ${text} is no moment`, `Give one of ${moments.join(', ')}`)
    if (!known.includes(logicalId)) {
      const near = didYouMean(logicalId, known)
      const hint = near === undefined ? 'Give the logical id of a resource' : `Did you mean "${near}"?`
      throw usage(`--fail names "${logicalId}", which stack "${stack}" does not have`, hint)
    }
    return { kind: 'fail', stack, logicalId, ...(on && { on }), ...(reason !== undefined && { reason }) }
  })
  return { text, faults }
}
