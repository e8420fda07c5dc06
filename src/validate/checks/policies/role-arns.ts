import type { Check } from '../../check.ts'
import { isPlainText, propertiesOf, readAt } from '../../properties/read-at.ts'

const places: { readonly [type: string]: readonly string[] } = {
  'AWS::Backup::BackupSelection': ['BackupSelection.IamRoleArn'],
  'AWS::Batch::ComputeEnvironment': ['ComputeResources.SpotIamFleetRole', 'ServiceRole'],
  'AWS::EC2::SpotFleet': ['SpotFleetRequestConfigData.IamFleetRole'],
  'AWS::ECS::TaskDefinition': ['ExecutionRoleArn'],
  'AWS::S3::Bucket': ['ReplicationConfiguration.Role'],
}

export const roleArns: Check = {
  rules: [
    {
      code: 'E3511',
      level: 'error',
      title: 'What must be the ARN of a role is one',
      help: 'The name of a role is not enough here: write arn:aws:iam::123456789012:role/name, or Fn::GetAtt of the role\'s "Arn".',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    },
  ],
  run({ resources }, report) {
    for (const resource of resources.values()) {
      const paths = Object.hasOwn(places, resource.type) ? places[resource.type] : undefined
      for (const path of paths ?? []) {
        for (const role of readAt(propertiesOf(resource), ...path.split('.'))) {
          if (!isPlainText(role.value) || isRoleArn(role.value)) continue
          report({
            path: role.path,
            message: `"${role.value}" is not the ARN of a role`,
            hint: 'It reads arn:aws:iam::123456789012:role/name',
          })
        }
      }
    }
  },
}

function isRoleArn(text: string): boolean {
  return /^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role\/[a-zA-Z_0-9+=,.@\-_/]+$/.test(text)
}
