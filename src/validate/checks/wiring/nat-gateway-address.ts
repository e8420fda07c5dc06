import type { Check } from '../../check.ts'
import { placeOf, read } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { canHappen } from '../../wiring/when.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

/** A public gateway in one zone translates to an address that must be given; a private or a regional one does not. */
export const natGatewayAddress: Check = {
  rules: [
    {
      code: 'CFS0701',
      level: 'error',
      title: 'A public NAT gateway has an elastic IP address',
      help:
        'A NAT gateway is public unless "ConnectivityType" says "private", and a public one is refused without an "AllocationId". ' +
        'Give it the AllocationId of an AWS::EC2::EIP.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html',
    },
    {
      code: 'CFS0702',
      level: 'error',
      title: 'A private NAT gateway has no elastic IP address',
      help: 'A private NAT gateway reaches other networks of yours and never the internet: EC2 refuses it with an "AllocationId".',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, 'AWS::EC2::NatGateway'), template, (gateway) => {
      const place = placeOf(gateway)
      const kinds = read(place, 'Properties', 'ConnectivityType')
      const modes = read(place, 'Properties', 'AvailabilityMode').filter(
        ({ value }) => value === undefined || value === 'zonal',
      )
      for (const address of read(place, 'Properties', 'AllocationId')) {
        const inCase = (kind: (value: unknown) => boolean): boolean =>
          kinds
            .filter(({ value }) => kind(value))
            .some((one) => modes.some((mode) => canHappen(template, [one.when, mode.when, address.when])))
        if (address.value === undefined && inCase((kind) => kind === undefined || kind === 'public')) {
          const message = `Public NAT gateway "${gateway.id}" has no elastic IP address`
          report({
            path: ['Resources', gateway.id, 'Properties'],
            message,
            hint: 'Give it an "AllocationId", or make it private',
          })
        } else if (address.value !== undefined && inCase((kind) => kind === 'private')) {
          const message = `Private NAT gateway "${gateway.id}" has an elastic IP address`
          report({ code: 'CFS0702', path: address.path, message, hint: 'Leave out "AllocationId"' })
        }
      }
    })
  },
}
