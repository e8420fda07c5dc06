import type { Check } from '../../check.ts'
import { overlap, togetherIn } from '../../wiring/address-range.ts'
import { placeOf, read } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf } from '../../wiring/target.ts'
import { vpcBlocks } from '../../wiring/vpc-blocks.ts'
import { canHappen } from '../../wiring/when.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const peeredVpcs: Check = {
  rules: [
    {
      code: 'CFS2103',
      level: 'error',
      title: 'The blocks of peered VPCs do not overlap',
      help:
        'An address must mean the same on both sides, so that a peering connection between VPCs with overlapping blocks fails, even ' +
        'when the blocks that overlap would not be used. Give one of the VPCs another block.',
      source: 'https://docs.aws.amazon.com/vpc/latest/peering/invalid-peering-configurations.html',
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, 'AWS::EC2::VPCPeeringConnection'), template, (peering) => {
      const ends = ['VpcId', 'PeerVpcId'].map((property) => read(placeOf(peering), 'Properties', property))
      const pairs = (ends[0] ?? []).flatMap((own) => (ends[1] ?? []).map((peer) => [own, peer] as const))
      for (const [own, peer] of pairs) {
        template.effort.spend(1)
        const [a, b] = [targetOf(own, template), targetOf(peer, template)]
        if (a === undefined || b === undefined || a.resource.id === b.resource.id) continue
        const blocks = [a, b].map(({ resource }) => vpcBlocks(template).get(resource.id)?.blocks ?? [])
        template.effort.spend((blocks[0]?.length ?? 0) * (blocks[1]?.length ?? 0))
        const clash = (blocks[0] ?? [])
          .flatMap((one) => (blocks[1] ?? []).map((other) => [one, other] as const))
          .find(
            ([one, other]) =>
              overlap(one, other) &&
              togetherIn(one, other) !== undefined &&
              canHappen(template, [a.when, b.when, one.when, other.when]),
          )
        if (clash === undefined) continue
        const [one, other] = clash
        report({
          ...([...one.defaults, ...other.defaults].length > 0 && { level: 'warning' as const }),
          path: peer.path,
          message: `Peering "${peering.id}" joins VPC "${a.resource.id}" (${one.shown}) and VPC "${b.resource.id}" (${other.shown}), whose addresses overlap`,
          hint: 'Give one of the VPCs another block',
        })
      }
    })
  },
}
