import { didYouMean } from '../../../model/did-you-mean.ts'
import { isObject, kindOf } from '../../json.ts'
import { isCall, read, type Place } from '../../wiring/place.ts'
import type { Complain } from './statement.ts'
import { textsOf } from './values.ts'

const plain = (
  'StringEquals StringNotEquals StringEqualsIgnoreCase StringNotEqualsIgnoreCase StringLike StringNotLike ' +
  'ArnEquals ArnNotEquals ArnLike ArnNotLike NumericEquals NumericNotEquals NumericLessThan NumericLessThanEquals ' +
  'NumericGreaterThan NumericGreaterThanEquals DateEquals DateNotEquals DateLessThan DateLessThanEquals ' +
  'DateGreaterThan DateGreaterThanEquals IpAddress NotIpAddress Bool Null BinaryEquals'
).split(' ')
const operators = new Set(plain)

/** Judges the `Condition` of a statement: operators, and under each the keys with their values. */
export function judgeConditions(block: Place, complain: Complain): void {
  const { value, path } = block
  if (value === undefined || isCall(value)) return
  if (!isObject(value)) return complain(block, `The condition is ${kindOf(value)}, expected an object`)
  for (const operator of Object.keys(value)) {
    if (!isOperator(operator)) {
      const near = didYouMean(operator, plain)
      const hint = near === undefined ? undefined : `Did you mean "${near}"?`
      complain({ ...block, path: [...path, operator] }, `"${operator}" is no operator of a condition`, hint)
    } else for (const keys of read(block, operator)) judgeKeys(keys, operator, complain)
  }
}

function isOperator(operator: string): boolean {
  const name = operator.replace(/^(ForAnyValue|ForAllValues):/, '').replace(/(Exists)?(IfExists)?$/, '')
  return operators.has(name) && !(name === 'BinaryEquals' && name !== operator)
}

function judgeKeys(keys: Place, operator: string, complain: Complain): void {
  const { value } = keys
  if (value === undefined || isCall(value)) return
  if (!isObject(value)) return complain(keys, `"${operator}" has ${kindOf(value)}, expected an object`)
  for (const one of Object.keys(value)
    .flatMap((key) => read(keys, key))
    .flatMap(textsOf)) {
    if (typeof one.value === 'object')
      complain(one, `The value is ${kindOf(one.value)}, expected a text or a list of texts`)
    else if (operator === 'Null' && !/^(true|false)$/i.test(String(one.value)))
      complain(one, `"${String(one.value)}" is neither true nor false, which "Null" expects`)
  }
}
