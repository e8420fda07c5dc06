import { oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { textIn } from './literal.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { both, type When } from './when.ts'

/** A private address that an instance or a network interface asks for by itself. */
export interface FixedAddress {
  readonly owner: ResourceView
  readonly address: Place
  readonly subnet: Place
  readonly when: When
}

/** Every private address that is given, with the subnet it is to be of, by what asks for it; those of functions, too. */
export const fixedAddresses = oncePerTemplate(
  (template: TemplateView): ReadonlyMap<ResourceView, readonly FixedAddress[]> => {
    const owners = resourcesOf(template, 'AWS::EC2::Instance', 'AWS::EC2::NetworkInterface')
    return new Map(owners.map((owner) => [owner, addressesOf(owner, template)]))
  },
)

function addressesOf(owner: ResourceView, { effort }: TemplateView): readonly FixedAddress[] {
  const interfaces = readItems(placeOf(owner), 'Properties', 'NetworkInterfaces')
  const whole = read(placeOf(owner), 'Properties')
  const found = [...whole, ...interfaces].flatMap((place) => addressesAt(owner, place))
  if (found.length <= most) return found
  effort.leaveUndecided(owner.id)
  return []
}

/** The most cases of the addresses of one resource. */
const most = 1024

function addressesAt(owner: ResourceView, place: Place): readonly FixedAddress[] {
  const more = readItems(place, 'PrivateIpAddresses').flatMap((one) => read(one, 'PrivateIpAddress'))
  const addresses = [...read(place, 'PrivateIpAddress'), ...more].filter(({ value }) => value !== undefined)
  return addresses.flatMap((address) =>
    read(place, 'SubnetId').flatMap((subnet): readonly FixedAddress[] => {
      const when = both(address.when, subnet.when)
      return when === undefined ? [] : [{ owner, address, subnet, when }]
    }),
  )
}

/** The address as text, when it is written out. */
export function addressText({ address }: FixedAddress): string | undefined {
  return textIn(address.value)
}
