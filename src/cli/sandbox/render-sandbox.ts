import type { Fault, World } from '../../sandbox/world.ts'

/** A sandbox as a document. */
export function sandboxDocument(world: World): object {
  const stacks = Object.values(world.stacks).map(({ name, id, status, statusReason }) => ({
    name,
    id,
    status,
    ...(statusReason !== undefined && { reason: statusReason }),
  }))
  return {
    now: new Date(world.now).toISOString(),
    seed: world.seed,
    signals: world.settings.signals,
    resources: Object.keys(world.live).length,
    stacks,
    faults: world.faults,
  }
}

/** A sandbox as lines for people. */
export function renderSandbox(world: World): string {
  const stacks = Object.values(world.stacks).filter(({ status }) => status !== 'DELETE_COMPLETE')
  const resources = Object.keys(world.live).length
  return [
    `It is ${new Date(world.now).toISOString()} in the sandbox (seed ${world.seed})`,
    `${stacks.length} stacks, ${resources} resources`,
    ...stacks.map(
      ({ name, status, place }) => `  ${name}  ${status}  ${place.region}, account ${place.account}`,
    ),
    ...world.faults.map((fault) => `  ${renderFault(fault)}`),
  ].join('\n')
}

/** A fault as a sentence. */
export function renderFault({ kind, stack, logicalId, on, action, reason, factor, times }: Fault): string {
  const where = stack === undefined ? '' : ` of stack "${stack}"`
  const when = on === undefined ? '' : ` on ${on}`
  const often =
    times === undefined ? ', until "cfstack sandbox heal"' : times === 1 ? ', once' : `, ${times} times`
  if (kind === 'fail')
    return `${logicalId}${where} fails${when}${reason === undefined ? '' : `: ${reason}`}${often}`
  if (kind === 'slow') return `${logicalId}${where} takes ${factor} times as long${when}${often}`
  const calls = action ?? 'Every call'
  return kind === 'throttle' ? `${calls} is throttled${often}` : `${calls} misses the last change${often}`
}
