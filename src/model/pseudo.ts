import type { Intrinsic } from './value.ts'
import { raw } from './intrinsic.ts'

const pseudo = <T = string>(name: string): Intrinsic<T> => raw({ Ref: `AWS::${name}` })

/** The account's id, twelve digits. */
export const accountId = pseudo('AccountId')
/** The stack's notification topics. */
export const notificationArns = pseudo<readonly string[]>('NotificationARNs')
/** Leaves a property out, as a branch of `ifElse`. */
export const noValue: Intrinsic<never> = pseudo<never>('NoValue')
/** `aws`, `aws-cn` or `aws-us-gov`: the second part of every ARN. */
export const partition = pseudo('Partition')
/** The region of the stack, for example `us-west-2`. */
export const region = pseudo('Region')
/** The ARN of the stack. */
export const stackId = pseudo('StackId')
/** The name under which the stack is deployed. */
export const stackName = pseudo('StackName')
/** `amazonaws.com`, or `amazonaws.com.cn` in China. */
export const urlSuffix = pseudo('URLSuffix')
