import * as ec2 from '../../aws/ec2.ts'
import { sub } from '../../model/functions.ts'
import { region } from '../../model/pseudo.ts'
import type { Value } from '../../model/value.ts'
import { idOf, idsOf, type Handle } from '../handle.ts'
import { nameTag } from '../name-tag.ts'

export interface VpcEndpointsOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** The network's block, whose hosts may use the endpoints: `net.vpc.att.CidrBlock`. */
  readonly cidr: Value<string>
  /** Where interface endpoints have their addresses, a subnet per zone. */
  readonly subnets: readonly Handle<'AWS::EC2::Subnet'>[]
  /** Whose hosts reach S3 and DynamoDB through gateway endpoints, which cost nothing. */
  readonly routeTables: readonly Handle<'AWS::EC2::RouteTable'>[]
  /** Services with an interface endpoint, as AWS names them. The default is what ECS hosts need without a way out. */
  readonly services?: readonly string[]
  /** The default is `['s3']`. */
  readonly gateways?: readonly ('s3' | 'dynamodb')[]
}

/** What the ECS agent, image pulls, container logs, secrets and Session Manager talk to. */
const ecsServices = [
  'ecs',
  'ecs-agent',
  'ecs-telemetry',
  'ecr.api',
  'ecr.dkr',
  'logs',
  'secretsmanager',
  'ssm',
  'ssmmessages',
  'ec2messages',
]

/**
 * Ways to AWS's own services that stay inside the network, for subnets without a way out, or to save what NAT costs.
 *
 * @example
 * vpcEndpoints('Net', {
 *   vpc: net.vpc, cidr: net.vpc.att.CidrBlock, subnets: net.internalSubnets, routeTables: net.internalRouteTables,
 * })
 */
export function vpcEndpoints(name: string, options: VpcEndpointsOptions) {
  const { services = ecsServices, gateways = ['s3'] } = options
  const serviceName = (service: string) => sub`com.amazonaws.${region}.${service}`
  const gatewayEndpoints = gateways.map((service) =>
    ec2.VPCEndpoint(`${name}${idPart(service)}Endpoint`, {
      VpcEndpointType: 'Gateway',
      VpcId: idOf(options.vpc),
      ServiceName: serviceName(service),
      RouteTableIds: idsOf(options.routeTables),
    }),
  )
  if (services.length === 0) return { gatewayEndpoints, endpoints: [] }
  const securityGroup = ec2.SecurityGroup(`${name}EndpointSecurityGroup`, {
    GroupDescription: 'Endpoints of AWS services',
    VpcId: idOf(options.vpc),
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: options.cidr }],
    Tags: nameTag(`${name}-endpoints`),
  })
  const endpoints = services.map((service) =>
    ec2.VPCEndpoint(`${name}${idPart(service)}Endpoint`, {
      VpcEndpointType: 'Interface',
      VpcId: idOf(options.vpc),
      ServiceName: serviceName(service),
      SubnetIds: idsOf(options.subnets),
      SecurityGroupIds: [securityGroup.ref],
      PrivateDnsEnabled: true,
    }),
  )
  return { gatewayEndpoints, securityGroup, endpoints }
}

/** `ecr.api` as part of a logical id: `EcrApi`. */
function idPart(service: string): string {
  return service
    .split(/[^a-z0-9]+/)
    .map((part) => `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join('')
}
