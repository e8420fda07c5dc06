import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A whole process to measure. */
export interface Run {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env?: { readonly [name: string]: string }
  readonly cwd?: string
}

/** Wall times in milliseconds, one per round. */
export type Times = readonly number[]

/** Runs two commands in turn, A B A B …, after one round that does not count; throws when one of them fails. */
export function inTurn(a: Run, b: Run, rounds: number): { readonly a: Times; readonly b: Times } {
  const times: { a: number[]; b: number[] } = { a: [], b: [] }
  for (let round = 0; round <= rounds; round++) {
    const [tookA, tookB] = [once(a), once(b)]
    if (round === 0) continue
    times.a.push(tookA)
    times.b.push(tookB)
  }
  return times
}

function once({ name, command, args, env, cwd }: Run): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(command, [...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`)
  return performance.now() - started
}

/** Peak resident memory of a Node process, in MiB. */
export function peakMemory(run: Run): number {
  const file = join(mkdtempSync(join(tmpdir(), 'cfstack-bench-')), 'rss')
  const hook = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(${JSON.stringify(file)},String(process.resourceUsage().maxRSS)))`
  once({ ...run, args: ['--import', hook, ...run.args] })
  return Number(readFileSync(file, 'utf8')) / 1024
}

export function median(values: Times): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Median of the ratios of pairs that ran next to each other, so that a drift of the machine's speed counts on both sides. */
export function ratio(over: Times, under: Times): number {
  return median(over.map((value, i) => value / (under[i] as number)))
}

/** Prints a measured value beside its budget. */
export function report(what: string, value: string, budget: string, details: string): void {
  console.log(`${what.padEnd(46)} ${value.padStart(10)}   budget ${budget.padEnd(12)} ${details}`)
}

export const milliseconds = (times: Times): string => `${median(times).toFixed(0)} ms`
