/** The type of a resource that is a stack, and of stacks in events. */
export const stackType = 'AWS::CloudFormation::Stack'
