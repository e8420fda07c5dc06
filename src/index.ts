export { compose } from './compose/compose.ts'
export type { ComposedStack, ComposeOptions } from './compose/compose.ts'
export { ComposeError } from './compose/problems.ts'
export type { Problem } from './compose/problems.ts'
export { stack } from './compose/stack.ts'
export type { Stack } from './compose/stack.ts'
export { and, condition, equals, ifElse, not, or } from './model/condition.ts'
export type { Condition, Test } from './model/condition.ts'
export { CfstackError } from './model/error.ts'
export { forEach } from './model/for-each.ts'
export type { ForEach } from './model/for-each.ts'
export type { CloudformElement, Element, Fragment } from './model/fragment.ts'
export {
  base64,
  cidr,
  findInMap,
  getAtt,
  getAZs,
  getStackOutput,
  importValue,
  join,
  length,
  ref,
  select,
  split,
  sub,
  toJsonString,
  transform,
} from './model/functions.ts'
export { raw } from './model/intrinsic.ts'
export type {
  Capability,
  Manifest,
  ManifestCapability,
  ManifestExport,
  ManifestStack,
} from './model/manifest.ts'
export { mapping } from './model/mapping.ts'
export type { Mapping } from './model/mapping.ts'
export { output } from './model/output.ts'
export type { Output, OutputOptions } from './model/output.ts'
export { override } from './model/override.ts'
export type { Overrides } from './model/override.ts'
export { parameter } from './model/parameter.ts'
export type { Parameter, ParameterOptions, ParameterType } from './model/parameter.ts'
export {
  accountId,
  noValue,
  notificationArns,
  partition,
  region,
  stackId,
  stackName,
  urlSuffix,
} from './model/pseudo.ts'
export { resource } from './model/resource.ts'
export type { Dependency, Resource, ResourceOptions } from './model/resource.ts'
export { contains, eachMemberEquals, eachMemberIn, refAll, rule, valueOf, valueOfAll } from './model/rule.ts'
export type { Assertion, Rule, RuleOptions } from './model/rule.ts'
export type { RollbackAlarm, StackPolicy, StackSettings } from './model/stack.ts'
export type { Template, TemplateOutput, TemplateParameter, TemplateResource } from './model/template.ts'
export type { CloudformIntrinsic, Id, Intrinsic, Json, List, Scalar, Value } from './model/value.ts'
