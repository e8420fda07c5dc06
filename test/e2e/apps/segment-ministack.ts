import { override, stack } from 'cfstack'
import { segmentParts } from '../../../stacks/segment.ts'

// What MiniStack has of the segment stack: no elastic IPs, NAT gateways, instances or DHCP options, no attributes of a VPC, no
// public parameters of Systems Manager.
const callers = Number(process.env['CALLERS'] ?? 1)
const { dhcp, gate, ...parts } = segmentParts({ nat: 'none' })
const { bastionType, ...settings } = parts.settings
const web = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '10.30.0.0/16' }

const there = override(
  { ...parts, settings },
  {
    groups: {
      internalLoadBalancer: { Properties: { SecurityGroupIngress: [web] } },
      internalSsh: { Properties: { SecurityGroupEgress: undefined } },
    },
    caller: { service: { Properties: { DesiredCount: callers } } },
    main: { launchTemplate: { Properties: { LaunchTemplateData: { ImageId: 'ami-12345678' } } } },
  },
)
const unknown = ['VpcSecurityGroup', 'NatAddresses']

export default stack(
  'segment',
  {},
  { ...there, outputs: there.outputs.filter((one) => !unknown.includes(one.id)) },
)
