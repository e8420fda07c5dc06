import * as ec2 from '../../aws/ec2.ts'
import * as iam from '../../aws/iam.ts'
import * as logs from '../../aws/logs.ts'
import { idOf, type Handle } from '../handle.ts'
import { nameTag } from '../name-tag.ts'
import { trust } from '../access/managed-policy.ts'

export interface FlowLogsOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** Which packets are noted. The default is `REJECT`: what was refused. */
  readonly traffic?: 'ACCEPT' | 'ALL' | 'REJECT'
  /** Seconds that packets are gathered before they are noted. The default is 600. */
  readonly interval?: 60 | 600
  /** Days that CloudWatch keeps a line. The default is 30. */
  readonly retentionDays?: NonNullable<logs.LogGroup.Properties['RetentionInDays']>
}

/**
 * Notes who talks to whom in a network, in a group of CloudWatch Logs.
 *
 * @example
 * flowLogs('Net', { vpc: net.vpc, traffic: 'ALL' })
 */
export function flowLogs(name: string, options: FlowLogsOptions) {
  const logGroup = logs.LogGroup(`${name}FlowLogGroup`, { RetentionInDays: options.retentionDays ?? 30 })
  const role = iam.Role(`${name}FlowLogRole`, {
    AssumeRolePolicyDocument: trust('vpc-flow-logs.amazonaws.com'),
    Policies: [
      {
        PolicyName: 'WriteFlowLogs',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
              Resource: logGroup.att.Arn,
            },
            { Effect: 'Allow', Action: 'logs:DescribeLogGroups', Resource: '*' },
          ],
        },
      },
    ],
  })
  const flowLog = ec2.FlowLog(`${name}FlowLog`, {
    ResourceType: 'VPC',
    ResourceId: idOf(options.vpc),
    TrafficType: options.traffic ?? 'REJECT',
    MaxAggregationInterval: options.interval ?? 600,
    LogDestinationType: 'cloud-watch-logs',
    LogGroupName: logGroup.ref,
    DeliverLogsPermissionArn: role.att.Arn,
    Tags: nameTag(name),
  })
  return { logGroup, role, flowLog }
}
