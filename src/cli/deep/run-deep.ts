import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { codeRoot } from '../../model/code-root.ts'
import type { DeepAnswer, DeepJob } from './protocol.ts'

/** How long a template may take, its share of the start included. */
const patience = 60_000

/**
 * Has AWS's validator judge templates, one answer for each. It runs in a process of its own; when that ends or stands still at a
 * template, this one's answer says so, and the next templates get a new process.
 */
export async function runDeep(job: DeepJob): Promise<readonly DeepAnswer[]> {
  const answers: DeepAnswer[] = []
  while (answers.length < job.templates.length) {
    const { got, ended } = await runOnce({ ...job, templates: job.templates.slice(answers.length) })
    const fatal = got.find((one) => 'fatal' in one)
    if (fatal !== undefined) return job.templates.map(() => fatal)
    answers.push(...got)
    if (answers.length < job.templates.length) answers.push({ error: ended })
  }
  return answers
}

interface Run {
  readonly got: readonly DeepAnswer[]
  /** How the process ended. */
  readonly ended: string
}

function runOnce(job: DeepJob): Promise<Run> {
  const worker = new URL(
    codeRoot.endsWith('/src/') ? 'cli/deep/deep-worker.ts' : 'cli/deep/deep-worker.js',
    codeRoot,
  )
  const child = fork(fileURLToPath(worker), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const got: DeepAnswer[] = []
  return new Promise((done) => {
    let stoodStill = false
    const giveUp = (): void => {
      stoodStill = true
      child.kill('SIGKILL')
    }
    let timer = setTimeout(giveUp, patience)
    child.on('message', (answer: DeepAnswer) => {
      got.push(answer)
      clearTimeout(timer)
      timer = setTimeout(giveUp, patience)
    })
    child.once('error', (error) => done({ got: [{ fatal: error.message }], ended: '' }))
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      const how = stoodStill
        ? `it gave no answer in ${patience / 1000} seconds`
        : `its process ended with ${signal ?? code}`
      done({ got, ended: how })
    })
    child.send(job)
  })
}
