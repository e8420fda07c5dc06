import { didYouMean } from '../../model/did-you-mean.ts'
import { CfstackError } from '../../model/error.ts'
import type { CloudFormationReads } from '../calls/client.ts'
import type { ParameterSource } from '../parameters/resolve.ts'
import type { StackDeployment } from './deployment.ts'

/** Values of parameters that are outputs of other stacks; those that are given in another way are not read. */
export async function fedValues(deployment: StackDeployment): Promise<ParameterSource> {
  const { aws, signal, target, given, outputsOf } = deployment
  const isGiven = (name: string): boolean => given.some(({ values }) => name in values)
  const read = outputsOf ?? ((stackName: string) => stackOutputs(aws.until(signal), stackName))
  const values: Record<string, string> = {}
  const known = new Map<string, Promise<Readonly<Record<string, string>>>>()
  for (const [name, { stack, output }] of Object.entries(target.settings.parametersFrom ?? {})) {
    if (isGiven(name)) continue
    const outputs = known.get(stack) ?? read(stack)
    known.set(stack, outputs)
    const value = (await outputs)[output]
    if (value === undefined) throw noOutput(target.stackName, { stack, output }, Object.keys(await outputs))
    values[name] = value
  }
  return { origin: 'outputs of other stacks', values }
}

/** The outputs of a deployed stack; none when it is not there. */
export async function stackOutputs(
  aws: CloudFormationReads,
  stackName: string,
): Promise<Readonly<Record<string, string>>> {
  const stack = await aws.describeStack(stackName)
  return Object.fromEntries(
    (stack?.Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  )
}

function noOutput(
  stackName: string,
  wanted: { readonly stack: string; readonly output: string },
  known: readonly string[],
): CfstackError {
  const near = didYouMean(wanted.output, known)
  return new CfstackError(
    'E_NO_OUTPUT',
    `Cannot deploy stack "${stackName}": stack "${wanted.stack}" has no output "${wanted.output}"`,
    {
      hint:
        near !== undefined
          ? `Did you mean "${near}"?`
          : known.length > 0
            ? `It has ${known.join(', ')}`
            : `Deploy "${wanted.stack}" first`,
    },
  )
}
