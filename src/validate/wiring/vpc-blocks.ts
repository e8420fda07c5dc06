import { oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { rangesAt, type AddressRange } from './address-range.ts'
import { placeOf, read, type Place } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'

/** What is known of the IPv4 blocks of a VPC. */
export interface VpcBlocks {
  readonly blocks: readonly AddressRange[]
  /** Whether these are all that it can have. */
  readonly isComplete: boolean
}

/** The blocks of each VPC of the template by its id: its own, and those that are added to it. */
export const vpcBlocks = oncePerTemplate((template: TemplateView): ReadonlyMap<string, VpcBlocks> => {
  const added = new Map<string | undefined, Set<ResourceView>>()
  for (const one of resourcesOf(template, 'AWS::EC2::VPCCidrBlock')) {
    for (const place of read(placeOf(one), 'Properties', 'VpcId')) {
      const id = targetOf(place, template)?.resource.id
      added.set(id, (added.get(id) ?? new Set()).add(one))
    }
  }
  const vpcs = resourcesOf(template, 'AWS::EC2::VPC')
  return new Map(vpcs.map((vpc) => [vpc.id, blocksOf(vpc, [...(added.get(vpc.id) ?? [])], template)]))
})

function blocksOf(vpc: ResourceView, own: readonly ResourceView[], template: TemplateView): VpcBlocks {
  const places = [vpc, ...own].flatMap((owner) => given(owner, 'CidrBlock'))
  const ranges = places.map((place) => rangesAt(place, template))
  const fromPool = [vpc, ...own].flatMap((owner) => given(owner, 'Ipv4IpamPoolId'))
  return {
    blocks: ranges.flat(),
    isComplete:
      fromPool.length === 0 &&
      ranges.every((one) => one.length > 0 && one.every(({ size }) => size !== undefined)),
  }
}

function given(owner: ResourceView, property: string): readonly Place[] {
  return read(placeOf(owner), 'Properties', property).filter(({ value }) => value !== undefined)
}
