/** The command that watches a stack's running operation; its region comes from its ARN. */
export function joinCommand(stackName: string, stackId: string | undefined): string {
  const region = stackId?.split(':')[3]
  return `cfstack events ${stackName}${region ? ` --region ${region}` : ''}`
}
