import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { textIn } from '../../wiring/literal.ts'
import { placeOf, read, readItems, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf } from '../../wiring/target.ts'
import { both, canHappen, type When } from '../../wiring/when.ts'

export const devices: Check = {
  rules: [
    {
      code: 'CFS1803',
      level: 'error',
      title: 'An instance has one volume under each device name',
      help:
        'A device name stands for one volume of an instance. EC2 refuses a second one under the same name, be it in the block device ' +
        'mappings or by an attachment.',
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/device_naming.html',
    },
    {
      code: 'CFS1804',
      level: 'error',
      title: 'A volume is attached to one instance',
      help:
        'A volume can be attached to one instance at a time, unless it is of type io1 or io2 and says "MultiAttachEnabled". The ' +
        'second attachment is refused.',
      source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes-multi.html',
    },
  ],
  run(template, report) {
    judgeNames(devicesIn(template), template, report)
    const attachments = resourcesOf(template, 'AWS::EC2::VolumeAttachment').flatMap((attachment) =>
      read(placeOf(attachment), 'Properties', 'VolumeId').map((volume) => ({ attachment, volume })),
    )
    const byVolume = new Map<string, typeof attachments>()
    for (const one of attachments) {
      const target = targetOf(one.volume, template)?.resource
      if (target === undefined || mayBeShared(target)) continue
      const key = JSON.stringify(one.volume.value)
      const earlier = byVolume.get(key) ?? []
      const twin = earlier.find(
        (other) =>
          other.attachment !== one.attachment && canHappen(template, [other.volume.when, one.volume.when]),
      )
      earlier.push(one)
      byVolume.set(key, earlier)
      if (twin === undefined) continue
      const message = `"${one.attachment.id}" attaches volume "${target.id}", which "${twin.attachment.id}" attaches, too`
      const hint = 'Take out one of the attachments, or use a volume of type io2 with "MultiAttachEnabled"'
      report({ code: 'CFS1804', path: one.volume.path, message, hint })
    }
  },
}

function mayBeShared(volume: ResourceView): boolean {
  const flags = read(placeOf(volume), 'Properties', 'MultiAttachEnabled')
  return flags.some(({ value }) => value !== undefined && textIn(value)?.toLowerCase() !== 'false')
}

/** A device name that something of an instance or a launch template takes. */
interface Device {
  /** The id of the instance or launch template. */
  readonly owner: string
  /** What takes it, for a message. */
  readonly by: string
  readonly name: Place
  readonly when: When
}

const mappingsOf: { readonly [type: string]: readonly string[] } = {
  'AWS::AutoScaling::LaunchConfiguration': ['BlockDeviceMappings'],
  'AWS::EC2::Instance': ['BlockDeviceMappings'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData', 'BlockDeviceMappings'],
}

function devicesIn(template: TemplateView): readonly Device[] {
  const mapped = resourcesOf(template, ...Object.keys(mappingsOf)).flatMap((owner) =>
    readItems(placeOf(owner), 'Properties', ...(mappingsOf[owner.type] as readonly string[])).flatMap(
      (mapping) =>
        // "NoDevice" takes the device of the image away.
        read(mapping, 'NoDevice').some(({ value }) => value !== undefined)
          ? []
          : read(mapping, 'DeviceName').map((name) => ({
              owner: owner.id,
              by: 'a block device mapping',
              name,
              when: name.when,
            })),
    ),
  )
  const own = resourcesOf(template, 'AWS::EC2::Instance').flatMap((owner) =>
    readItems(placeOf(owner), 'Properties', 'Volumes').flatMap((volume) =>
      read(volume, 'Device').map((name) => ({
        owner: owner.id,
        by: 'an attached volume',
        name,
        when: name.when,
      })),
    ),
  )
  return [
    ...mapped,
    ...own,
    ...resourcesOf(template, 'AWS::EC2::VolumeAttachment').flatMap((one) => attached(one, template)),
  ]
}

function attached(attachment: ResourceView, template: TemplateView): readonly Device[] {
  return read(placeOf(attachment), 'Properties', 'InstanceId').flatMap((instance) => {
    const target = targetOf(instance, template)
    return read(placeOf(attachment), 'Properties', 'Device').flatMap((name): readonly Device[] => {
      const when = target && both(target.when, name.when)
      return when === undefined
        ? []
        : [{ owner: target?.resource.id ?? '', by: `"${attachment.id}"`, name, when }]
    })
  })
}

function judgeNames(
  all: readonly Device[],
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const byName = new Map<string, Device[]>()
  for (const device of all) {
    const name = textIn(device.name.value)
    if (name === undefined) continue
    const key = JSON.stringify([device.owner, name])
    const earlier = byName.get(key) ?? []
    const twin = earlier.find((other) => canHappen(template, [other.when, device.when]))
    if (twin !== undefined) {
      const message = `Device name "${name}" of "${device.owner}" is taken twice: by ${twin.by} and by ${device.by === twin.by ? 'another' : device.by}`
      report({ path: device.name.path, message, hint: 'Give each volume a device name of its own' })
    }
    earlier.push(device)
    byName.set(key, earlier)
  }
}
