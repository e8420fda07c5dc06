/** What CloudFormation wants to be told before it takes a template that changes permissions or runs macros. */
export type Capability = 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM' | 'CAPABILITY_AUTO_EXPAND'

/** A stack policy document, as `SetStackPolicy` takes it. */
export interface StackPolicy {
  readonly Statement: readonly {
    readonly Effect: 'Allow' | 'Deny'
    readonly Action: string | readonly string[]
    readonly Principal: '*'
    readonly Resource?: string | readonly string[]
    readonly NotResource?: string | readonly string[]
    readonly Condition?: object
  }[]
}

/** An alarm that turns a deployment back when it goes off. */
export interface RollbackAlarm {
  readonly arn: string
  /** The default is `AWS::CloudWatch::Alarm`. */
  readonly type?: 'AWS::CloudWatch::Alarm' | 'AWS::CloudWatch::CompositeAlarm'
}

/** An output of a stack, by name. */
export interface StackOutput {
  readonly stack: string
  readonly output: string
}

/** A role to call AWS as. */
export interface DeployRole {
  readonly arn: string
  readonly externalId?: string
  /** ARN of the MFA device that the role wants; its code is asked for on the terminal. */
  readonly mfaSerial?: string
}

/** How a stack is deployed, and what its template says about itself. Everything is optional. */
export interface StackSettings {
  /** The template's description, up to 1,024 bytes. */
  readonly description?: string
  readonly region?: string
  /** Twelve digits; a deployment to any other account is refused. */
  readonly account?: string
  /** ARN of the role that CloudFormation assumes to change resources. */
  readonly role?: string
  /** Values of template parameters. One that no fragment declares is an error. */
  readonly parameters?: { readonly [name: string]: string | number | boolean | readonly (string | number)[] }
  /**
   * Template parameters whose values are outputs of other stacks, read when deploying. A stack of the app is deployed before this one; any
   * other has to be there, in this stack's region and account. A value in `parameters` or on the command line wins.
   */
  readonly parametersFrom?: { readonly [name: string]: StackOutput }
  /** Put on the stack and on every taggable resource in it; a tag of the resource itself wins. */
  readonly tags?: { readonly [key: string]: string }
  /** The only capabilities that may be given when deploying. */
  readonly capabilitiesCeiling?: readonly Capability[]
  readonly terminationProtection?: boolean
  readonly stackPolicy?: StackPolicy
  readonly rollbackAlarms?: readonly RollbackAlarm[]
  /** Minutes that the rollback alarms are watched after the deployment, 0 to 180. */
  readonly monitoringMinutes?: number
  readonly notificationTopics?: readonly string[]
  /** What happens when creation fails. The default is `DELETE`. */
  readonly onFailure?: 'DELETE' | 'ROLLBACK' | 'DO_NOTHING'
  /** Minutes after which a deployment is cancelled and turned back. There is no limit by default. */
  readonly timeoutMinutes?: number
  /** Bucket for templates of more than 51,200 bytes. It must belong to the stack's account. */
  readonly templateBucket?: string
  /** Profile of the AWS configuration. A profile that the command line or the environment names wins. */
  readonly profile?: string
  /** Role that `cfstack` assumes to call AWS, on top of the profile's credentials. */
  readonly deployRole?: DeployRole
  /**
   * How other stacks' values reach this stack: `export` (the default) makes an export that CloudFormation protects while it is
   * used, `weak` reads the output with `Fn::GetStackOutput`, which works across regions and protects nothing.
   */
  readonly references?: 'export' | 'weak'
  /** ARN of a role in this stack's account that stacks of other accounts assume to read its outputs. */
  readonly outputReaderRole?: string
  /** The template's `Transform`. */
  readonly transform?: string | readonly string[]
  /** Template `Metadata`, besides the parameter groups that are made by themselves. */
  readonly metadata?: { readonly [key: string]: unknown }
}
