import { override, stack } from 'cfstack'
import { segmentParts } from '../../../stacks/segment.ts'

// The whole segment stack. moto wants ports in every rule, also where the protocol is all of them and CloudFormation ignores ports.
const callers = Number(process.env['CALLERS'] ?? 1)
const parts = segmentParts()

const { SecurityGroupIngress: rules = [] } = parts.main.securityGroup.Properties ?? {}
const withPorts = Array.isArray(rules) ? rules.map((rule) => ({ ...rule, FromPort: -1, ToPort: -1 })) : []

export default stack(
  'segment',
  {},
  override(parts, {
    main: { securityGroup: { Properties: { SecurityGroupIngress: withPorts } } },
    caller: { service: { Properties: { DesiredCount: callers } } },
  }),
)
