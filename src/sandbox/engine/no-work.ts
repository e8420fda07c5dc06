import type { Running } from './running.ts'

/** What every operation begins with. */
export function noWork(): Pick<
  Running,
  'tasks' | 'ready' | 'open' | 'checking' | 'failures' | 'adopted' | 'imports'
> {
  return { tasks: {}, ready: [], open: 0, checking: 0, failures: [], adopted: [], imports: [] }
}
