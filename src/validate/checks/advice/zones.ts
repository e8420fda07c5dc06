import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { isCall } from '../../wiring/place.ts'

const places: { readonly [type: string]: readonly string[] } = {
  'AWS::AutoScaling::AutoScalingGroup': ['AvailabilityZones.*'],
  'AWS::DAX::Cluster': ['AvailabilityZones.*'],
  'AWS::DMS::ReplicationInstance': ['AvailabilityZone'],
  'AWS::EC2::Host': ['AvailabilityZone'],
  'AWS::EC2::Instance': ['AvailabilityZone'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.Placement.AvailabilityZone'],
  'AWS::EC2::SpotFleet': [
    'SpotFleetRequestConfigData.LaunchSpecifications.*.Placement.AvailabilityZone',
    'SpotFleetRequestConfigData.LaunchTemplateConfigs.*.Overrides.*.AvailabilityZone',
  ],
  'AWS::EC2::Subnet': ['AvailabilityZone'],
  'AWS::EC2::Volume': ['AvailabilityZone'],
  'AWS::ElasticLoadBalancing::LoadBalancer': ['AvailabilityZones.*'],
  'AWS::ElasticLoadBalancingV2::TargetGroup': ['Targets.*.AvailabilityZone'],
  'AWS::EMR::Cluster': ['Instances.Placement.AvailabilityZone'],
  'AWS::Glue::Connection': ['ConnectionInput.PhysicalConnectionRequirements.AvailabilityZone'],
  'AWS::RDS::DBCluster': ['AvailabilityZones.*'],
  'AWS::RDS::DBInstance': ['AvailabilityZone'],
}

export const zones: Check = {
  rules: [
    {
      code: 'W3010',
      level: 'warning',
      title: 'Availability zones are not written out',
      help: 'A zone belongs to one region, and not every account has each of them. Take zones from Fn::GetAZs with Fn::Select, or from a parameter.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getavailabilityzones.html',
    },
  ],
  run(template, report) {
    for (const [type, paths] of Object.entries(places)) {
      for (const { value, path } of propertiesOf(template, type).flatMap((properties) =>
        paths.flatMap((one) => placesAt(properties, one)),
      )) {
        if (typeof value === 'string' && value !== 'all' && !isCall(value))
          report({
            path,
            message: `The zone "${value}" is written out`,
            hint: 'Use Fn::Select of Fn::GetAZs',
          })
      }
    }
  },
}
