import { runningService, type RunningOptions } from './running-service.ts'
import { task, type TaskOptions } from './task.ts'

/** A task, how it runs, and by default one copy of it. */
export interface WorkerOptions extends TaskOptions, RunningOptions {}

/**
 * Containers that nothing connects to: they fetch their work themselves.
 *
 * @example
 * worker('Mailer', { cluster: main.cluster, image: 'example/mailer:4', command: ['work', '--queue', 'mail'] })
 */
export function worker(name: string, options: WorkerOptions) {
  const made = task(name, options)
  const running = runningService(name, {
    ...options,
    desiredCount: options.desiredCount ?? 1,
    task: made.definition,
  })
  return { ...made, ...running }
}
