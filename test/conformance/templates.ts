import type { Output, Parameter, Stack } from '@aws-sdk/client-cloudformation'
import type { CreateOptions, Stage } from './stage.ts'

/** A topic: quick to make, nothing required. */
export const topic = (properties: object = {}, more: object = {}): object => ({
  Type: 'AWS::SNS::Topic',
  Properties: properties,
  ...more,
})

export const queue = (properties: object = {}, more: object = {}): object => ({
  Type: 'AWS::SQS::Queue',
  Properties: properties,
  ...more,
})

/** Its name can be given, and then nobody else may have it. */
export const logGroup = (name: unknown, more: object = {}): object => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: { LogGroupName: name },
  ...more,
})

/** A string in the parameter store: its `Value` attribute shows what a template's value became. */
export const stored = (value: unknown, more: object = {}): object => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Type: 'String', Value: value },
  ...more,
})

/** A queue with a delay that no queue may have: it cannot be made. */
export const impossible = (more: object = {}): object => queue({ DelaySeconds: 99_999 }, more)

/** Waits for a signal for up to an hour: a stack with it stays in progress. */
export const gate = (more: object = {}): object => ({
  Type: 'AWS::CloudFormation::WaitCondition',
  CreationPolicy: { ResourceSignal: { Count: 1, Timeout: 'PT1H' } },
  ...more,
})

export const one = { Resources: { News: topic() } }

/** Outputs by key. */
export function outputsOf(stack: Stack): Record<string, string> {
  return Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }: Output) => [OutputKey, OutputValue]),
  )
}

export function parametersOf(values: Record<string, string>): Parameter[] {
  return Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }))
}

/** What values become: creates a stack of one topic that puts them out. */
export async function evaluate(
  stage: Stage,
  values: Record<string, unknown>,
  template: { Resources?: object } & object = {},
  options?: CreateOptions,
): Promise<Record<string, string>> {
  const stack = await stage.create(
    {
      ...template,
      Resources: { News: topic(), ...template.Resources },
      Outputs: Object.fromEntries(Object.entries(values).map(([key, Value]) => [key, { Value }])),
    },
    options,
  )
  return outputsOf(stack)
}
