import type { Check, Problem } from '../../check.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import type { TemplateView } from '../../template-view.ts'
import { textIn } from '../../wiring/literal.ts'
import type { Place } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'

const devices: { readonly [type: string]: string } = {
  'AWS::AutoScaling::LaunchConfiguration': 'BlockDeviceMappings.*',
  'AWS::EC2::Instance': 'BlockDeviceMappings.*',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.BlockDeviceMappings.*',
  'AWS::EC2::SpotFleet': 'SpotFleetRequestConfigData.LaunchSpecifications.*.BlockDeviceMappings.*',
}

export const ignoredSettings: Check = {
  rules: [
    {
      code: 'W3671',
      level: 'warning',
      title: 'Volumes with "Iops" are of a type that has them',
      help: 'gp2, st1, sc1 and standard take no number of operations: "Iops" does nothing. Use gp3, io1 or io2, or take it out.',
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html',
    },
    {
      code: 'W3698',
      level: 'warning',
      title: 'Block devices are either volumes or "VirtualName"',
      help: 'EC2 looks at "Ebs" and passes "VirtualName" over in silence: there is no instance store volume. Take one of the two out.',
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-device-mapping-concepts.html',
    },
    {
      code: 'W3699',
      level: 'warning',
      title: '"ReplicaMode" is set for engines that have it',
      help: 'Only Oracle and Db2 know modes of replicas; for others the setting does nothing.',
    },
    {
      code: 'W3700',
      level: 'warning',
      title: 'The domain of an address is "vpc" or "standard"',
      help: 'Anything else is taken for "vpc" without a word.',
    },
    {
      code: 'W3701',
      level: 'warning',
      title: 'Names of parameters do not begin with aws or ssm',
      help: 'Parameter Store keeps these beginnings for AWS; most accounts are refused.',
      source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html',
    },
  ],
  run(template, report) {
    for (const [type, path] of Object.entries(devices)) judgeDevices(type, path, template, report)
    for (const properties of propertiesOf(template, 'AWS::RDS::DBInstance')) {
      for (const { places, when } of togetherAt(properties, 'ReplicaMode', 'Engine')) {
        const engine = textIn(places[1]?.value)?.toLowerCase()
        if (
          places[0]?.value === undefined ||
          engine === undefined ||
          /^(oracle|custom-oracle|db2)/.test(engine)
        )
          continue
        if (canHappen(template, [when]))
          report({
            code: 'W3699',
            path: places[0].path,
            message: `"ReplicaMode" does nothing for "${engine}"`,
          })
      }
    }
    for (const { value, path } of propertiesOf(template, 'AWS::EC2::EIP').flatMap((one) =>
      placesAt(one, 'Domain'),
    )) {
      const domain = textIn(value)
      if (domain !== undefined && !/^(vpc|standard)$/i.test(domain))
        report({ code: 'W3700', path, message: `"${domain}" is taken for "vpc"` })
    }
    for (const { value, path } of propertiesOf(template, 'AWS::SSM::Parameter').flatMap((one) =>
      placesAt(one, 'Name'),
    )) {
      const name = textIn(value)
      if (name !== undefined && /^\/?(aws|ssm)/i.test(name))
        report({ code: 'W3701', path, message: `"${name}" begins with a name that is kept for AWS` })
    }
  },
}

function judgeDevices(
  type: string,
  at: string,
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  for (const device of propertiesOf(template, type).flatMap((properties) => placesAt(properties, at))) {
    for (const disk of placesAt(device, 'Ebs')) judgeDisk(disk, template, report)
    for (const { places, when } of togetherAt(device, 'VirtualName', 'Ebs'))
      if (places.every(({ value }) => value !== undefined) && canHappen(template, [when]))
        report({
          code: 'W3698',
          path: (places[0] as Place).path,
          message: '"VirtualName" does nothing beside "Ebs"',
        })
  }
}

function judgeDisk(disk: Place, template: TemplateView, report: (problem: Problem) => void): void {
  for (const { places, when } of togetherAt(disk, 'VolumeType', 'Iops')) {
    const kind = textIn(places[0]?.value)?.toLowerCase() ?? ''
    if (places[1]?.value === undefined || !['gp2', 'st1', 'sc1', 'standard'].includes(kind)) continue
    if (canHappen(template, [when]))
      report({ path: places[1].path, message: `"Iops" does nothing for volumes of type ${kind}` })
  }
}
