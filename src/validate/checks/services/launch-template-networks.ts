import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import type { TemplateView } from '../../template-view.ts'
import { placeOf, type Place } from '../../wiring/place.ts'
import { targetOf, type Target } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'

export const launchTemplateNetworks: Check = {
  rules: [
    {
      code: 'E3714',
      level: 'error',
      title: 'The security groups and the subnet of a launch template are in one VPC',
      help: 'EC2 refuses to start an instance with a security group of another VPC. Use groups of the VPC of the subnet.',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::EC2::LaunchTemplate')) {
      const subnets = vpcsOf(
        properties,
        'LaunchTemplateData.NetworkInterfaces.*.SubnetId',
        'AWS::EC2::Subnet',
        template,
      )
      const groups = vpcsOf(
        properties,
        'LaunchTemplateData.SecurityGroupIds.*',
        'AWS::EC2::SecurityGroup',
        template,
      )
      for (const group of groups) {
        const other = subnets.find(
          (subnet) =>
            subnet.vpc !== group.vpc && canHappen(template, [group.target.when, subnet.target.when]),
        )
        if (other === undefined) continue
        const message = `The security group "${group.target.resource.id}" and the subnet "${other.target.resource.id}" are in different VPCs`
        report({ path: group.place.path, message })
      }
    }
  },
}

interface Member {
  readonly place: Place
  readonly target: Target
  /** What the VPC is given by. */
  readonly vpc: string
}

function vpcsOf(properties: Place, path: string, type: string, template: TemplateView): readonly Member[] {
  return placesAt(properties, path).flatMap((place) => {
    const target = targetOf(place, template)
    if (target?.resource.type !== type) return []
    const [vpc, ...more] = placesAt(placeOf(target.resource), 'Properties.VpcId')
    const owner = vpc === undefined || more.length > 0 ? undefined : targetOf(vpc, template)?.resource.id
    return owner === undefined ? [] : [{ place, target, vpc: owner }]
  })
}
