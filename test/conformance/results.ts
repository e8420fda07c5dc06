import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import type { Results } from './run-cases.ts'
import { subjects } from './subjects.ts'

const file = join(dirname(fileURLToPath(import.meta.url)), 'results.json')

/** Who passed which case when the suite was last recorded. */
export interface Record {
  /** Version by endpoint. */
  readonly endpoints: { readonly [name: string]: string }
  /** By subject and case, the endpoints that pass. */
  readonly passed: { readonly [subject: string]: { readonly [name: string]: readonly string[] } }
}

export function readRecord(): Record {
  return JSON.parse(readFileSync(file, 'utf8')) as Record
}

/** Keeps who passed which case. */
export async function writeRecord(
  endpoints: Record['endpoints'],
  results: ReadonlyMap<string, Results>,
): Promise<void> {
  const passed = subjects.map(({ title, cases }) => [
    title,
    Object.fromEntries(
      cases.map((each) => [
        each.name,
        [...results].flatMap(([endpoint, outcome]) => (outcome.get(each) === undefined ? [endpoint] : [])),
      ]),
    ),
  ])
  const text = JSON.stringify({ endpoints, passed: Object.fromEntries(passed) })
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}

/** What the record says of an endpoint: the cases that it passes, each as `subject: case`. */
export function passedBy({ passed }: Record, endpoint: string): readonly string[] {
  return Object.entries(passed).flatMap(([subject, cases]) =>
    Object.entries(cases).flatMap(([name, by]) => (by.includes(endpoint) ? [`${subject}: ${name}`] : [])),
  )
}
