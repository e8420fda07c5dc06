import type { Check, Problem } from '../../check.ts'
import type { Path } from '../../finding.ts'
import type { TemplateView } from '../../template-view.ts'
import { isOutside, overlap, rangesAt, togetherIn, type AddressRange } from '../../wiring/address-range.ts'
import { placeOf, read } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf } from '../../wiring/target.ts'
import { vpcBlocks } from '../../wiring/vpc-blocks.ts'
import { both, canHappen, type When } from '../../wiring/when.ts'

const source = 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html'

/** Like E3059 and E3060, for blocks that functions, mappings and defaults of parameters bring. */
export const subnetRanges: Check = {
  rules: [
    {
      code: 'CFS2101',
      level: 'error',
      title: 'The block of a subnet, as it is computed, lies in its VPC',
      help:
        'EC2 refuses a subnet whose addresses are not all in a block of its VPC. Blocks are followed through "Fn::Cidr", mappings, ' +
        'attributes and the defaults of parameters. Choose a block inside the VPC, or add one with AWS::EC2::VPCCidrBlock.',
      source,
    },
    {
      code: 'CFS2102',
      level: 'error',
      title: 'The blocks of the subnets of a VPC, as they are computed, do not overlap',
      help:
        'EC2 refuses a subnet that shares an address with another one of its VPC. Blocks are followed through "Fn::Cidr", mappings, ' +
        'attributes and the defaults of parameters. Give each subnet a block of its own.',
      source,
    },
  ],
  run(template, report) {
    const subnets = subnetsIn(template)
    for (const subnet of subnets) judgeInside(subnet, template, report)
    const byVpc = new Map<string, Subnet[]>()
    for (const one of subnets) {
      const earlier = byVpc.get(one.vpc) ?? []
      judgeOverlaps(one, earlier, template, report)
      earlier.push(one)
      byVpc.set(one.vpc, earlier)
    }
  },
}

interface Subnet {
  readonly id: string
  /** The VPC: the id of one of the template, or the JSON of what stands for one elsewhere. */
  readonly vpc: string
  readonly path: Path
  readonly range: AddressRange
  readonly when: When
}

function subnetsIn(template: TemplateView): readonly Subnet[] {
  return resourcesOf(template, 'AWS::EC2::Subnet').flatMap((resource) => {
    const vpcs = read(placeOf(resource), 'Properties', 'VpcId')
    return read(placeOf(resource), 'Properties', 'CidrBlock').flatMap((place) =>
      rangesAt(place, template).flatMap((range) =>
        vpcs.flatMap((vpc): readonly Subnet[] => {
          const when = both(range.when, vpc.when)
          const id = targetOf(vpc, template)?.resource.id ?? JSON.stringify(vpc.value)
          return when === undefined || id === undefined
            ? []
            : [{ id: resource.id, vpc: id, path: place.path, range, when }]
        }),
      ),
    )
  })
}

function judgeInside(subnet: Subnet, template: TemplateView, report: (problem: Problem) => void): void {
  const { range, vpc, id, path, when } = subnet
  const known = vpcBlocks(template).get(vpc)
  if (known === undefined || !known.isComplete || known.blocks.length === 0) return
  if (range.isLiteral && known.blocks.every(({ isLiteral }) => isLiteral)) return
  template.effort.spend(known.blocks.length)
  const possible = known.blocks.filter((block) => togetherIn(range, block) !== undefined)
  if (
    possible.length === 0 ||
    !possible.every((block) => isOutside(range, block)) ||
    !canHappen(template, [when])
  )
    return
  const defaults = [range, ...possible].flatMap((one) => one.defaults)
  report({
    path,
    ...levelFor(defaults),
    message: `Subnet "${id}" (${range.shown}) does not lie in VPC "${vpc}" (${possible.map(({ shown }) => shown).join(', ')})${restingOn(defaults, range.region)}`,
    hint: 'Choose a block inside the VPC, or add one with AWS::EC2::VPCCidrBlock',
  })
}

function judgeOverlaps(
  subnet: Subnet,
  earlier: readonly Subnet[],
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const { range, id, path, when } = subnet
  template.effort.spend(earlier.length / 16)
  for (const other of earlier) {
    if (other.id === id || !overlap(range, other.range)) continue
    if ((range.isLiteral && other.range.isLiteral) || togetherIn(range, other.range) === undefined) continue
    if (!canHappen(template, [when, other.when])) continue
    const defaults = [...range.defaults, ...other.range.defaults]
    // Two subnets that share one parameter as their block overlap whatever its value is.
    const sameWhole =
      range.from === other.range.from &&
      range.size === other.range.size &&
      defaults.length === 2 &&
      defaults[0] === defaults[1]
    return report({
      code: 'CFS2102',
      path,
      ...levelFor(sameWhole ? [] : defaults),
      message: `Subnet "${id}" (${range.shown}) overlaps subnet "${other.id}" (${other.range.shown})${restingOn(defaults, range.region ?? other.range.region)}`,
      hint: 'Give each subnet a block of its own',
    })
  }
}

/** A default may be overridden by whoever deploys the template. */
function levelFor(defaults: readonly string[]): { readonly level?: 'warning' } {
  return defaults.length === 0 ? {} : { level: 'warning' }
}

function restingOn(defaults: readonly string[], region: string | undefined): string {
  const names = [...new Set(defaults)].map((name) => `"${name}"`)
  const parameters = names.length === 0 ? '' : `, by the default of parameter ${names.join(', ')}`
  return `${parameters}${region === undefined ? '' : `, in ${region}`}`
}
