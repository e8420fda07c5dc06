import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { isCall } from '../../wiring/place.ts'

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
  run(template, report) {
    for (const [type, paths] of Object.entries(places)) {
      for (const role of paths.flatMap((path) =>
        propertiesOf(template, type).flatMap((one) => placesAt(one, path)),
      )) {
        if (typeof role.value !== 'string' || isCall(role.value) || isRoleArn(role.value)) continue
        report({
          path: role.path,
          message: `"${role.value}" is not the ARN of a role`,
          hint: 'It reads arn:aws:iam::123456789012:role/name',
        })
      }
    }
  },
}

function isRoleArn(text: string): boolean {
  return /^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role\/[a-zA-Z_0-9+=,.@\-_/]+$/.test(text)
}
