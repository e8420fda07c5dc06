import type { Path } from '../finding.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { subnetAt, vpcOf } from './gateways.ts'
import { textIn } from './literal.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'

/** A resource that has a public address in a VPC of the template. */
export interface PublicResource {
  readonly id: string
  readonly vpc: string
  /** Where its subnet, or what makes it public, is given. */
  readonly path: Path
  /** What it is, for a message. */
  readonly shown: string
}

/** Everything that EC2 gives a public address in a VPC, and thus only once an internet gateway is attached. */
export function reachesInternet(template: TemplateView): readonly PublicResource[] {
  return [
    ...natGateways(template),
    ...loadBalancers(template),
    ...addresses(template),
    ...instances(template),
    ...databases(template),
  ]
}

function natGateways(template: TemplateView): readonly PublicResource[] {
  return resourcesOf(template, 'AWS::EC2::NatGateway').flatMap((gateway) => {
    const kinds = read(placeOf(gateway), 'Properties', 'ConnectivityType')
    if (!kinds.every(({ value }) => value === undefined || value === 'public')) return []
    return inSubnets(gateway, 'NAT gateway', read(placeOf(gateway), 'Properties', 'SubnetId'), template)
  })
}

function loadBalancers(template: TemplateView): readonly PublicResource[] {
  const types = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer']
  return resourcesOf(template, ...types).flatMap((balancer) => {
    const place = placeOf(balancer)
    const isPublic = (property: string, value: string): boolean =>
      read(place, 'Properties', property).every((one) => one.value === undefined || one.value === value)
    const types = read(place, 'Properties', 'Type').map(({ value }) => value)
    if (!isPublic('Scheme', 'internet-facing') || types.includes('gateway')) return []
    const mapped = readItems(place, 'Properties', 'SubnetMappings').flatMap((one) => read(one, 'SubnetId'))
    const subnets = [...readItems(place, 'Properties', 'Subnets'), ...mapped]
    return inSubnets(balancer, 'Load balancer', subnets, template)
  })
}

/** An address that belongs to nothing yet needs no gateway; one that is given to an instance does. */
function addresses(template: TemplateView): readonly PublicResource[] {
  return resourcesOf(template, 'AWS::EC2::EIP', 'AWS::EC2::EIPAssociation').flatMap((address) => {
    const instances = read(placeOf(address), 'Properties', 'InstanceId')
    const interfaces = read(placeOf(address), 'Properties', 'NetworkInterfaceId')
    const subnets = [...instances, ...interfaces].flatMap((place) => {
      const owner = targetOf(place, template)?.resource
      return owner === undefined ? [] : subnetsOf(owner)
    })
    return inSubnets(address, 'Elastic IP address', subnets, template)
  })
}

function instances(template: TemplateView): readonly PublicResource[] {
  return resourcesOf(template, 'AWS::EC2::Instance').flatMap((instance) => {
    const interfaces = readItems(placeOf(instance), 'Properties', 'NetworkInterfaces')
    const subnets = interfaces.flatMap((one) => {
      const isPublic = read(one, 'AssociatePublicIpAddress').every(
        ({ value }) => textIn(value)?.toLowerCase() === 'true',
      )
      return isPublic ? read(one, 'SubnetId') : []
    })
    return inSubnets(instance, 'Instance', subnets, template)
  })
}

function databases(template: TemplateView): readonly PublicResource[] {
  return resourcesOf(template, 'AWS::RDS::DBInstance').flatMap((database) => {
    const flags = read(placeOf(database), 'Properties', 'PubliclyAccessible')
    if (!flags.every(({ value }) => textIn(value)?.toLowerCase() === 'true')) return []
    const groups = read(placeOf(database), 'Properties', 'DBSubnetGroupName')
    const subnets = groups.flatMap((place) => {
      const group = targetOf(place, template)?.resource
      return group === undefined ? [] : readItems(placeOf(group), 'Properties', 'SubnetIds')
    })
    return inSubnets(database, 'Database', subnets, template)
  })
}

/** Where an instance or a network interface lies. */
function subnetsOf(owner: ResourceView): readonly Place[] {
  const own = read(placeOf(owner), 'Properties', 'SubnetId')
  const interfaces = readItems(placeOf(owner), 'Properties', 'NetworkInterfaces')
  return [...own, ...interfaces.flatMap((one) => read(one, 'SubnetId'))]
}

function inSubnets(
  resource: ResourceView,
  shown: string,
  subnets: readonly Place[],
  template: TemplateView,
): readonly PublicResource[] {
  for (const place of subnets) {
    const subnet = subnetAt(place, template)
    const vpc = subnet && vpcOf(subnet, template)
    if (vpc !== undefined) return [{ id: resource.id, vpc, path: ['Resources', resource.id], shown }]
  }
  return []
}
