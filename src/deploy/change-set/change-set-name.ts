import { createHash, randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { ParameterSource } from '../parameters/resolve.ts'
import type { ParameterDeclaration } from '../parameters/declarations.ts'

const pattern = /^cfstack-([0-9a-f]{10})-[0-9a-f]{8}$/
const description = /^cfstack deploy, machine ([0-9a-f]{8}), process (\d+)$/

/** What a deployment is about, as ten hexadecimal digits: two runs with the same files and values have the same. */
export function contentHash(
  stackName: string,
  body: string,
  rest: {
    settings: object
    given: readonly ParameterSource[]
    declared: readonly ParameterDeclaration[]
  },
): string {
  const secret = new Set(rest.declared.flatMap(({ name, noEcho }) => (noEcho ? [name] : [])))
  const values = Object.fromEntries(
    rest.given.flatMap(({ values }) => Object.entries(values)).filter(([name]) => !secret.has(name)),
  )
  const content = JSON.stringify([stackName, body, rest.settings, values])
  return createHash('sha256').update(content).digest('hex').slice(0, 10)
}

/** A new name: the content's hash and a short random part. It is the request token as well. */
export function changeSetName(hash: string): string {
  return `cfstack-${hash}-${randomBytes(4).toString('hex')}`
}

/** The content's hash in a name or token of ours; undefined for those of others. */
export function hashIn(name: string | undefined): string | undefined {
  return pattern.exec(name ?? '')?.[1]
}

/** What a change set that is to be executed at once says about the run that made it. */
export function runDescription(): string {
  return `cfstack deploy, machine ${machine()}, process ${process.pid}`
}

/** True when the run that made a change set surely has ended without removing it: it ran here, and its process is gone. */
export function isAbandoned(text: string | undefined): boolean {
  const [, where, id] = description.exec(text ?? '') ?? []
  return where === machine() && Number(id) !== process.pid && !isAlive(Number(id))
}

/** True for the description of a change set that a deployment made for itself, not a plan that waits to be applied. */
export function isOfDeployment(text: string | undefined): boolean {
  return description.test(text ?? '')
}

function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
