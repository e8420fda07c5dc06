import type { OutputState } from '../world.ts'
import type { Run } from './run.ts'
import { resolve } from './seams.ts'
import { stackValues } from './stack-values.ts'

/** The outputs of a stack whose resources are all there; a text says why they cannot be worked out. */
export function outputsOf({ world, stack, running }: Run): readonly OutputState[] | string {
  const template = running.template!
  const env = stackValues(world, stack, template, (name) => {
    if (!running.imports.includes(name)) running.imports.push(name)
  })
  try {
    return template.outputs.map(({ key, value, description, exportName }) => ({
      key,
      value: asText(resolve(value, env)),
      ...(description !== undefined && { description }),
      ...(exportName !== undefined && { exportName: asText(resolve(exportName, env)) }),
    }))
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value)
}
