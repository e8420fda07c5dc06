import { CfstackError } from '../../model/error.ts'
import type { Value } from '../../model/value.ts'

/** MiB of memory that go with CPU units, as `from`, `to` and the step between; AWS's page "Fargate task sizes". */
const sizes: { readonly [cpu: number]: readonly [from: number, to: number, step: number] } = {
  512: [1024, 4096, 1024],
  1024: [2048, 8192, 1024],
  2048: [4096, 16384, 1024],
  4096: [8192, 30720, 1024],
  8192: [16384, 61440, 4096],
  16384: [32768, 122880, 8192],
}

/** Refuses a literal pair of CPU units and MiB that Fargate does not offer. Throws `E_OPTION`. */
export function checkFargateSize(name: string, cpu: Value<number>, memory: Value<number>): void {
  if (typeof cpu !== 'number' || typeof memory !== 'number') return
  const offered = cpu === 256 ? [512, 1024, 2048] : memoriesOf(cpu)
  if (offered.includes(memory)) return
  const state = `Fargate has no ${cpu} CPU units with ${memory} MiB`
  const hint =
    offered.length === 0
      ? `CPU units: 256, ${Object.keys(sizes).join(', ')}`
      : `With ${cpu} CPU units: ${offered.join(', ')} MiB`
  throw new CfstackError('E_OPTION', `Cannot make task "${name}": ${state}`, { hint })
}

function memoriesOf(cpu: number): readonly number[] {
  const [from, to, step] = sizes[cpu] ?? [1, 0, 1]
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}
