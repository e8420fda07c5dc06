import type { Runtimes } from '../../schemas/extension-schemas.ts'

/** How far the end of a runtime has come, and under which code it is reported. */
export interface RuntimeStage {
  readonly code: 'W2531' | 'E2531' | 'E2533'
  /** A date: `2030-01-31`. */
  readonly since: string
  readonly says: string
}

/** The last stage that a runtime has reached on a day; undefined while it is looked after. */
export function runtimeStage(life: Runtimes[string], today: string): RuntimeStage | undefined {
  const stages = [
    { code: 'E2533', since: life['update-block'], says: 'functions can neither be made nor changed' },
    { code: 'E2531', since: life['create-block'], says: 'functions can no longer be made' },
    { code: 'W2531', since: life.deprecated, says: 'the runtime is no longer looked after' },
  ] as const
  for (const { code, since, says } of stages)
    if (typeof since === 'string' && since <= today) return { code, since, says }
  return undefined
}
