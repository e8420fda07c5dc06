import type { Value } from '../model/value.ts'
import { CfstackError } from '../model/error.ts'

/** Refuses a literal number outside a range, or one that is not whole; values known only when deployed pass. Throws `E_OPTION`. */
export function checkNumber(what: string, value: Value<number>, least: number, most: number): void {
  if (typeof value !== 'number' || (Number.isInteger(value) && value >= least && value <= most)) return
  throw new CfstackError(
    'E_OPTION',
    `Cannot make ${what}: it is ${value}, expected a whole number from ${least} to ${most}`,
  )
}

/** Refuses two literal numbers in the wrong order. Throws `E_OPTION`. */
export function checkOrder(
  what: string,
  low: readonly [string, Value<number>],
  high: readonly [string, Value<number>],
): void {
  const [lowName, lowValue] = low
  const [highName, highValue] = high
  if (typeof lowValue !== 'number' || typeof highValue !== 'number' || lowValue <= highValue) return
  throw new CfstackError(
    'E_OPTION',
    `Cannot make ${what}: ${lowName} ${lowValue} is more than ${highName} ${highValue}`,
    {
      hint: `Raise ${highName} or lower ${lowName}`,
    },
  )
}
