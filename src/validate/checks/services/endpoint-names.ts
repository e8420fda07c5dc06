import type { Check } from '../../check.ts'
import { propertiesOf, togetherAt, type Together } from '../../properties/places-at.ts'
import { textIn } from '../../wiring/literal.ts'
import { canHappen } from '../../wiring/when.ts'

export const endpointNames: Check = {
  rules: [
    {
      code: 'E3064',
      level: 'error',
      title: 'A VPC has one endpoint with private DNS for a service',
      help: 'Private DNS gives the service\'s name to the endpoint, and a name can be given once in a VPC. Add the subnets to the first endpoint, or turn "PrivateDnsEnabled" off.',
      source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html',
    },
  ],
  run(template, report) {
    const seen = new Map<string, Together[]>()
    for (const properties of propertiesOf(template, 'AWS::EC2::VPCEndpoint')) {
      for (const endpoint of togetherAt(
        properties,
        'VpcEndpointType',
        'PrivateDnsEnabled',
        'VpcId',
        'ServiceName',
      )) {
        const [type, dns, vpc, service] = endpoint.places.map(({ value }) => value)
        if (type !== 'Interface' || textIn(dns) !== 'true' || vpc === undefined || service === undefined)
          continue
        const key = JSON.stringify([vpc, service])
        const others = seen.get(key) ?? []
        const twin = others.find(({ when }) => canHappen(template, [when, endpoint.when]))
        seen.set(key, [...others, endpoint])
        if (twin === undefined || twin.places[0]?.path[1] === properties.path[1]) continue
        report({
          path: properties.path,
          message: `The endpoint "${String(twin.places[0]?.path[1])}" has private DNS for the same service in the same VPC`,
        })
      }
    }
  },
}
