import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import type { Place } from '../../wiring/place.ts'
import { both } from '../../wiring/when.ts'

export const routeTableAssociations: Check = {
  rules: [
    {
      code: 'E3022',
      level: 'error',
      title: 'A subnet has one route table',
      help: 'A subnet takes one association; the second fails, or takes the first away. Put all routes of the subnet into one table.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html',
    },
  ],
  run(template, report) {
    const subnets = new Map<string, Place[]>()
    for (const properties of propertiesOf(template, 'AWS::EC2::SubnetRouteTableAssociation')) {
      for (const subnet of placesAt(properties, 'SubnetId')) {
        if (subnet.value === undefined) continue
        const key = JSON.stringify(subnet.value)
        subnets.set(key, [...(subnets.get(key) ?? []), subnet])
      }
    }
    for (const places of subnets.values()) {
      for (const place of places) {
        const other = places.find((one) => one.path[1] !== place.path[1] && occurTogether(one, place))
        if (other === undefined) continue
        const message = `The association "${String(other.path[1])}" is of the same subnet`
        report({ path: place.path, message })
      }
    }
  },
}

/** Whether one is there whenever the other is. Different conditions may well exclude each other by the values that are given. */
function occurTogether(one: Place, other: Place): boolean {
  const size = both(one.when, other.when)?.size
  return size === one.when.size || size === other.when.size
}
