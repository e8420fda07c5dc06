import type { Intrinsic, Value } from './value.ts'
import { raw } from './intrinsic.ts'
import { captureSource, type SourceLine } from './source.ts'
import type { Test } from './condition.ts'

/** One claim of a rule, and what the user reads when it does not hold. */
export interface Assertion {
  readonly Assert: Test
  readonly AssertDescription?: string
}

export interface RuleOptions {
  /** The rule counts only when this holds; always, when absent. */
  readonly RuleCondition?: Test
  readonly Assertions: readonly Assertion[]
}

const ruleKey: unique symbol = Symbol.for('cfstack.rule') as never

/** A rule of the template: checks parameters against each other before anything is created. */
export interface Rule {
  readonly id: string
  readonly options: RuleOptions
  readonly [ruleKey]: { readonly source: () => SourceLine | undefined }
}

/**
 * Declares a rule.
 *
 * @example
 * rule('OneSubnetPerZone', { Assertions: [{ Assert: eachMemberIn(valueOfAll('AWS::EC2::Subnet::Id', 'VpcId'), refAll('AWS::EC2::VPC::Id')) }] })
 */
export function rule(id: string, options: RuleOptions): Rule {
  const made = { id, options }
  Object.defineProperty(made, ruleKey, { value: { source: captureSource() } })
  return Object.freeze(made) as unknown as Rule
}

/** Whether a value is a rule that `rule()` made. */
export function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && ruleKey in value
}

/** The line that made the rule. */
export function ruleSource(made: Rule): SourceLine | undefined {
  return made[ruleKey].source()
}

type TextList = Value<readonly Value<string>[]>

/** `Fn::Contains`: whether a value is one of the list's. For rules. */
export function contains(list: TextList, value: Value<string>): Intrinsic<boolean> {
  return raw({ 'Fn::Contains': [list, value] })
}

/** `Fn::EachMemberEquals`: whether every item of the list is the value. For rules. */
export function eachMemberEquals(list: TextList, value: Value<string>): Intrinsic<boolean> {
  return raw({ 'Fn::EachMemberEquals': [list, value] })
}

/** `Fn::EachMemberIn`: whether every item of the first list is in the second. For rules. */
export function eachMemberIn(list: TextList, allowed: TextList): Intrinsic<boolean> {
  return raw({ 'Fn::EachMemberIn': [list, allowed] })
}

/** `Fn::RefAll`: the values of all parameters of a type. For rules. */
export function refAll(parameterType: string): Intrinsic<readonly string[]> {
  return raw({ 'Fn::RefAll': parameterType })
}

/** `Fn::ValueOf`: an attribute of what a parameter names. For rules. */
export function valueOf(parameterId: string, attribute: string): Intrinsic<any> {
  return raw({ 'Fn::ValueOf': [parameterId, attribute] })
}

/** `Fn::ValueOfAll`: an attribute of what all parameters of a type name. For rules. */
export function valueOfAll(parameterType: string, attribute: string): Intrinsic<readonly string[]> {
  return raw({ 'Fn::ValueOfAll': [parameterType, attribute] })
}
