import type { CloudformIntrinsic, Identity, Intrinsic, Scalar, Value, Yielded } from './value.ts'
import { pointing, raw, type Anchor } from './intrinsic.ts'
import { captureSource } from './source.ts'

/** A test that is true or false when the stack is deployed. Made by `equals`, `and`, `or`, `not`, or a named condition. */
export type Test = Intrinsic<boolean> | Condition | CloudformIntrinsic

const conditionKey: unique symbol = Symbol.for('cfstack.condition') as never

/** A named condition of the template. Prints as its test; stands for itself in `ifElse`, `and` and the `Condition` option. */
export interface Condition {
  readonly id: string
  readonly test: Test
  readonly [conditionKey]: Anchor
}

/**
 * Names a test, so that resources and values can depend on it.
 *
 * @example
 * const isProduction = condition('IsProduction', equals(environment.ref, 'production'))
 */
export function condition(id: string, test: Test): Condition {
  const anchor: Anchor = { id, source: captureSource() }
  return Object.freeze(Object.defineProperty({ id, test }, conditionKey, { value: anchor })) as Condition
}

/** Whether a value is a named condition. */
export function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && conditionKey in value
}

/** What references to this condition point to. */
export function anchorOfCondition(made: Condition): Anchor {
  return made[conditionKey]
}

/** A condition as other conditions and rules write it: `{ "Condition": "IsProduction" }`. */
function operand(test: Test): Test {
  return isCondition(test) ? pointing({ Condition: test.id }, anchorOfCondition(test)) : test
}

/** `Fn::Equals`: whether two values are the same text. */
export function equals(left: Value<Scalar>, right: Value<Scalar>): Intrinsic<boolean> {
  return raw({ 'Fn::Equals': [left, right] })
}

/** `Fn::And`: whether all tests hold; two to ten of them. */
export function and(...tests: readonly [Test, Test, ...Test[]]): Intrinsic<boolean> {
  return raw({ 'Fn::And': tests.map(operand) })
}

/** `Fn::Or`: whether at least one test holds; two to ten of them. */
export function or(...tests: readonly [Test, Test, ...Test[]]): Intrinsic<boolean> {
  return raw({ 'Fn::Or': tests.map(operand) })
}

/** `Fn::Not`: whether the test does not hold. */
export function not(test: Test): Intrinsic<boolean> {
  return raw({ 'Fn::Not': [operand(test)] })
}

/**
 * `Fn::If`: one value when the condition holds, the other when not. Give `noValue` to leave the property out.
 *
 * @example
 * ec2.VPC('Vpc', { InstanceTenancy: ifElse(isProduction, 'dedicated', 'default') })
 */
export function ifElse<const A, const B>(
  test: Condition | string,
  whenTrue: A,
  whenFalse: B,
): Intrinsic<Yielded<A> | Yielded<B>, Identity<A> | Identity<B>> {
  const name = typeof test === 'string' ? test : test.id
  const json = { 'Fn::If': [name, whenTrue, whenFalse] }
  return isCondition(test) ? pointing(json, anchorOfCondition(test)) : (raw(json) as never)
}
