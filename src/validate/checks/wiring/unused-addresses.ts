import type { Check } from '../../check.ts'
import { isWhole } from '../../wiring/is-whole.ts'
import { placeOf, read } from '../../wiring/place.ts'
import { referrersTo } from '../../wiring/referrers.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'

export const unusedAddresses: Check = {
  rules: [
    {
      code: 'CFS1301',
      level: 'warning',
      title: 'An elastic IP address is used',
      help:
        'A public address costs by the hour, also when nothing has it, and counts against a limit of five. Give it to an instance, a ' +
        'network interface, a NAT gateway or a load balancer, put it into an output, or take it out.',
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html',
    },
  ],
  run(template, report) {
    if (!isWhole(template)) return
    for (const address of resourcesOf(template, 'AWS::EC2::EIP')) {
      const owners = read(placeOf(address), 'Properties', 'InstanceId')
      if (owners.some(({ value }) => value !== undefined) || referrersTo(address.id, template).length > 0)
        continue
      const message = `Nothing uses elastic IP address "${address.id}", and it costs all the same`
      report({ path: ['Resources', address.id], message, hint: 'Use its AllocationId, or take it out' })
    }
  },
}
