import type { Condition } from './condition.ts'
import type { Value } from './value.ts'
import { captureSource, type SourceLine } from './source.ts'

export interface OutputOptions {
  readonly description?: string
  /** Exports the value under this name; unique per account and region. */
  readonly exportName?: Value<string>
  readonly condition?: Condition | string
}

const outputKey: unique symbol = Symbol.for('cfstack.output') as never

/** A template output. */
export interface Output {
  readonly id: string
  readonly value: Value<any>
  readonly options: OutputOptions
  readonly [outputKey]: { readonly source: () => SourceLine | undefined }
}

/**
 * Declares a template output. References between stacks of one app need none: they are made by themselves.
 *
 * @example
 * output('VpcId', vpc.ref, { description: 'The network that everything is in' })
 */
export function output(id: string, value: Value<any>, options: OutputOptions = {}): Output {
  const made = { id, value, options }
  Object.defineProperty(made, outputKey, { value: { source: captureSource() } })
  return Object.freeze(made) as unknown as Output
}

/** Whether a value is an output that `output()` made. */
export function isOutput(value: unknown): value is Output {
  return typeof value === 'object' && value !== null && outputKey in value
}

/** The line that made the output. */
export function outputSource(made: Output): SourceLine | undefined {
  return made[outputKey].source()
}
