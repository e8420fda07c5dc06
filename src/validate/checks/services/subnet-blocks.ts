import type { Check } from '../../check.ts'
import { covers, overlaps, printBlock, readBlock, type Ipv4Block } from '../../../model/ipv4-block.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { textIn } from '../../wiring/literal.ts'
import { placeOf, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen, type When } from '../../wiring/when.ts'
import type { TemplateView } from '../../template-view.ts'

interface Subnet {
  /** The id of the VPC's resource, or what stands for a VPC elsewhere. */
  readonly vpc: string
  readonly block: Ipv4Block
  readonly place: Place
  readonly when: When
}

export const subnetBlocks: Check = {
  rules: [
    {
      code: 'E3059',
      level: 'error',
      title: 'The address block of a subnet lies in its VPC',
      help: 'A subnet takes a part of a block of its VPC. Choose one inside it, or add a block with AWS::EC2::VPCCidrBlock.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    },
    {
      code: 'E3060',
      level: 'error',
      title: 'The address blocks of the subnets of a VPC do not overlap',
      help: 'An address belongs to one subnet. Give each subnet a part of the VPC of its own.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    },
  ],
  run(template, report) {
    const subnets = subnetsOf(template)
    for (const [index, { vpc, block, place, when }] of subnets.entries()) {
      const blocks = blocksOf(vpc, template)
      if (blocks.length > 0 && !blocks.some((one) => one === 'unknown' || covers(one, block))) {
        const all = (blocks as readonly Ipv4Block[]).map(printBlock).join(', ')
        if (canHappen(template, [when]))
          report({
            path: place.path,
            message: `${printBlock(block)} does not lie in the VPC "${vpc}" (${all})`,
          })
      }
      const twin = subnets
        .slice(0, index)
        .find((one) => one.vpc === vpc && overlaps(one.block, block) && canHappen(template, [one.when, when]))
      if (twin === undefined || twin.place.path[1] === place.path[1]) continue
      const message = `${printBlock(block)} overlaps ${printBlock(twin.block)} of "${String(twin.place.path[1])}"`
      report({ code: 'E3060', path: place.path, message })
    }
  },
}

function subnetsOf(template: TemplateView): readonly Subnet[] {
  return propertiesOf(template, 'AWS::EC2::Subnet').flatMap((properties) =>
    togetherAt(properties, 'VpcId', 'CidrBlock').flatMap(({ places, when }): readonly Subnet[] => {
      const [vpc, place] = places as [Place, Place]
      const block = readBlock(textIn(place.value) ?? '')
      if (vpc.value === undefined || block === undefined) return []
      return [{ vpc: targetOf(vpc, template)?.resource.id ?? JSON.stringify(vpc.value), block, place, when }]
    }),
  )
}

/** The IPv4 blocks that a VPC of the template ever has; none for one elsewhere. */
function blocksOf(id: string, template: TemplateView): readonly (Ipv4Block | 'unknown')[] {
  const vpc = template.resources.get(id)
  if (vpc?.type !== 'AWS::EC2::VPC') return []
  const added = resourcesOf(template, 'AWS::EC2::VPCCidrBlock')
    .map(placeOf)
    .filter((one) =>
      placesAt(one, 'Properties.VpcId').some((place) => targetOf(place, template)?.resource.id === id),
    )
  const given = ['CidrBlock', 'Ipv4IpamPoolId'].flatMap((key) =>
    [placeOf(vpc), ...added].flatMap((owner) => placesAt(owner, `Properties.${key}`)),
  )
  return given
    .filter(({ value }) => value !== undefined)
    .map(({ value, path }) =>
      path.includes('Ipv4IpamPoolId') ? 'unknown' : (readBlock(textIn(value) ?? '') ?? 'unknown'),
    )
}
