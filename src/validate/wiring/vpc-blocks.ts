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
  const added = resourcesOf(template, 'AWS::EC2::VPCCidrBlock')
  return new Map(
    resourcesOf(template, 'AWS::EC2::VPC').map((vpc) => [vpc.id, blocksOf(vpc, added, template)]),
  )
})

function blocksOf(vpc: ResourceView, added: readonly ResourceView[], template: TemplateView): VpcBlocks {
  const own = added.filter((one) =>
    read(placeOf(one), 'Properties', 'VpcId').some(
      (place) => targetOf(place, template)?.resource.id === vpc.id,
    ),
  )
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
