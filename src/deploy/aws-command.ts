import type { Stack } from './client.ts'

/** A call of the AWS command line that means just this stack: its region comes from its ARN. */
export function awsCommand(
  call: string,
  { StackName, StackId }: Pick<Stack, 'StackName' | 'StackId'>,
): string {
  const region = StackId?.split(':')[3]
  return `aws cloudformation ${call} --stack-name ${StackName}${region ? ` --region ${region}` : ''}`
}
