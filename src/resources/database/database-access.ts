import * as ec2 from '../../aws/ec2.ts'
import * as iam from '../../aws/iam.ts'
import * as rds from '../../aws/rds.ts'
import { CfstackError } from '../../model/error.ts'
import type { Value } from '../../model/value.ts'
import type { DatabaseOptions } from './database-options.ts'
import { idOf, idsOf } from '../handle.ts'
import { managedPolicy, trust } from '../access/managed-policy.ts'
import { nameTag } from '../name-tag.ts'

/** Where a database stands and who may connect to it. Throws `E_OPTION` for fewer than two subnets. */
export function databaseAccess(name: string, port: Value<number>, options: DatabaseOptions) {
  const { allowFrom = [], allowFromBlocks = [] } = options
  if (options.subnets.length < 2)
    throw new CfstackError(
      'E_OPTION',
      `Cannot make database "${name}": it has ${options.subnets.length === 1 ? 'one subnet' : 'no subnets'}, expected two or more in different zones`,
    )
  const rule = { IpProtocol: 'tcp', FromPort: port, ToPort: port }
  const ingress: readonly ec2.SecurityGroup.Ingress[] = [
    ...idsOf(allowFrom).map((group) => ({ ...rule, SourceSecurityGroupId: group })),
    ...allowFromBlocks.map((CidrIp) => ({ ...rule, CidrIp })),
  ]
  const securityGroup = ec2.SecurityGroup(`${name}SecurityGroup`, {
    GroupDescription: 'Who may connect to the database',
    VpcId: idOf(options.vpc),
    ...(ingress.length > 0 && { SecurityGroupIngress: ingress }),
    Tags: nameTag(name),
  })
  const subnetGroup = rds.DBSubnetGroup(`${name}SubnetGroup`, {
    DBSubnetGroupDescription: 'Where the database stands',
    SubnetIds: idsOf(options.subnets),
  })
  return { securityGroup, subnetGroup }
}

/** The measurements of the host: how often, who writes them, and the role for it when none is given. */
export function databaseMonitoring(name: string, options: DatabaseOptions) {
  const { monitoringInterval = 0, monitoringRole } = options
  if (monitoringInterval === 0) return { parts: {}, properties: {} }
  const own =
    monitoringRole === undefined
      ? iam.Role(`${name}MonitoringRole`, {
          AssumeRolePolicyDocument: trust('monitoring.rds.amazonaws.com'),
          ManagedPolicyArns: [managedPolicy('service-role/AmazonRDSEnhancedMonitoringRole')],
        })
      : undefined
  const role = own?.att.Arn ?? (monitoringRole === undefined ? '' : idOf(monitoringRole))
  return {
    parts: own === undefined ? {} : { monitoringRole: own },
    properties: { MonitoringInterval: monitoringInterval, MonitoringRoleArn: role },
  }
}
