import { versionsOf } from '../../changes/compare-versions.ts'
import { replacementOf } from '../../changes/replacements.ts'
import type { Check } from '../../check.ts'
import { isObject, onlyKey } from '../../json.ts'
import { oncePerTemplate } from '../../once-per-template.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { addressText, fixedAddresses } from '../../wiring/fixed-addresses.ts'
import { placeOf, read, readItems, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf } from '../../wiring/target.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

/** What an instance keeps for itself, so that another one cannot be started beside it. */
export const replacedInstances: Check = {
  rules: [
    {
      code: 'CFS1801',
      level: 'warning',
      title: 'An instance that updates replace keeps no address, interface or volume for itself',
      help:
        'CloudFormation starts the new instance before it ends the old one. A fixed private address, a network interface or an attached ' +
        'volume is then still in use, so that the update fails. An image of an SSM parameter replaces the instance whenever the ' +
        'parameter moves on. Pin the image, let EC2 choose the address, or put the instance into an auto-scaling group of one.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, 'AWS::EC2::Instance'), template, (instance) => {
      const change = replacingChange(instance, template)
      const cause = change ?? movingImage(instance, template)
      const claim = cause === undefined ? undefined : claimOf(instance, template)
      if (cause === undefined || claim === undefined) return
      report({
        level: change === undefined ? 'warning' : 'error',
        path: claim.path,
        message: `${cause} replaces instance "${instance.id}", but the old one keeps ${claim.shown} until the new one runs: the update fails`,
        hint: claim.hint,
      })
    })
  },
}

/** A change since the template before that replaces the instance. */
function replacingChange(
  { id, type, json }: ResourceView,
  { previous, root }: TemplateView,
): string | undefined {
  const before = isObject(previous?.['Resources']) ? previous['Resources'][id] : undefined
  if (previous === undefined || !isObject(before) || before['Type'] !== type) return undefined
  const [was, is] = [before['Properties'], json['Properties']]
  if (!isObject(was) || !isObject(is)) return undefined
  const { compare } = versionsOf(previous, root)
  // With another subnet, address or interface, it takes nothing along.
  const own = ['SubnetId', 'PrivateIpAddress', 'NetworkInterfaces']
  if (!own.every((name) => compare(was[name], is[name]) === 'same')) return undefined
  const changed = replacementOf(type)?.replaces.find((name) => compare(was[name], is[name]) === 'different')
  return changed === undefined ? undefined : `The change of "${changed}"`
}

/** An image that is another one whenever an SSM parameter moves on. */
function movingImage(instance: ResourceView, { parameters }: TemplateView): string | undefined {
  for (const { value } of read(placeOf(instance), 'Properties', 'ImageId')) {
    if (typeof value === 'string' && /^\{\{resolve:ssm:[^:}]+\}\}$/.test(value))
      return 'The next image of its SSM parameter'
    const name = onlyKey(value) === 'Ref' && isObject(value) ? value['Ref'] : undefined
    const parameter = typeof name === 'string' ? parameters[name] : undefined
    const type = isObject(parameter) ? parameter['Type'] : undefined
    if (typeof type === 'string' && type.startsWith('AWS::SSM::Parameter::Value<'))
      return `The next image of parameter "${String(name)}"`
  }
  return undefined
}

interface Claim extends Pick<Place, 'path'> {
  readonly shown: string
  readonly hint: string
}

function claimOf(instance: ResourceView, template: TemplateView): Claim | undefined {
  const address = fixedAddresses(template).get(instance)?.[0]
  if (address !== undefined) {
    const shown = `its private address${addressText(address) === undefined ? '' : ` ${addressText(address)}`}`
    return { path: address.address.path, shown, hint: 'Let EC2 choose the address, or pin the image' }
  }
  const fixed = readItems(placeOf(instance), 'Properties', 'NetworkInterfaces')
    .flatMap((one) => read(one, 'NetworkInterfaceId'))
    .find(({ value }) => value !== undefined)
  if (fixed !== undefined) {
    const id = targetOf(fixed, template)?.resource.id
    const shown = id === undefined ? 'its network interface' : `network interface "${id}"`
    return {
      path: fixed.path,
      shown,
      hint: 'Attach the interface with AWS::EC2::NetworkInterfaceAttachment, or pin the image',
    }
  }
  return volumeClaim(instance, template)
}

/** What attaches the first volume to each instance. */
const volumesOf = oncePerTemplate((template: TemplateView): ReadonlyMap<ResourceView, ResourceView> => {
  const found = new Map<ResourceView, ResourceView>()
  for (const attachment of resourcesOf(template, 'AWS::EC2::VolumeAttachment')) {
    for (const place of read(placeOf(attachment), 'Properties', 'InstanceId')) {
      const instance = targetOf(place, template)?.resource
      if (instance !== undefined && !found.has(instance)) found.set(instance, attachment)
    }
  }
  return found
})

function volumeClaim(instance: ResourceView, template: TemplateView): Claim | undefined {
  const attachment = volumesOf(template).get(instance)
  const [volume] = attachment === undefined ? [] : read(placeOf(attachment), 'Properties', 'VolumeId')
  if (attachment === undefined || volume === undefined) return undefined
  const id = targetOf(volume, template)?.resource.id
  const shown = `${id === undefined ? 'the volume' : `volume "${id}"`} of "${attachment.id}"`
  return { path: volume.path, shown, hint: 'Pin the image, and replace the instance by hand when it must be' }
}
