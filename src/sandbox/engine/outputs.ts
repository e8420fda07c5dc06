import type { OutputState } from '../world.ts'
import type { Run } from './run.ts'
import type { ResolveEnv } from '../template/resolve-env.ts'
import { resolve } from '../template/resolve.ts'
import { messageOf } from './message-of.ts'
import { stackValues } from './stack-values.ts'

/** The outputs of a stack whose resources are all there; a text says why they cannot be worked out. */
export function outputsOf({ world, stack, running }: Run): readonly OutputState[] | string {
  const target = running.target!
  const values = stackValues(world, stack, target, (name) => {
    if (!running.imports.includes(name)) running.imports.push(name)
  })
  // Secrets are not read for outputs.
  const env: ResolveEnv = { ...values, dynamicReferences: 'plain' }
  try {
    return target.outputs.map(({ key, value, description, exportName }) => ({
      key,
      value: asText(resolve(value, env)),
      ...(description !== undefined && { description }),
      ...(exportName !== undefined && { exportName: asText(resolve(exportName, env)) }),
    }))
  } catch (error) {
    return messageOf(error)
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value)
}
