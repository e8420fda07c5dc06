import { awsAddress } from '../calls/aws-address.ts'
import { because } from '../calls/aws-error.ts'
import { signedRequest, tag, type Signer } from '../calls/signed-request.ts'
import { xmlItems } from './xml-items.ts'

/** An image of the account, made by one of the templates of `packer/`. */
export interface Image {
  readonly id: string
  readonly name: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly snapshots: readonly string[]
}

/** What is asked of EC2 and Systems Manager about images. */
export function imageCalls(signer: Signer) {
  const ec2 = (parameters: Readonly<Record<string, string>>, action: string) =>
    signedRequest(signer, {
      service: 'ec2',
      method: 'POST',
      url: `${awsAddress('ec2', signer.region).url}/`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ Version: '2016-11-15', ...parameters }).toString(),
    }).then(({ text }) => text, because(action))
  return {
    /** The account's images of a template, newest first. */
    async imagesOf(template: string): Promise<readonly Image[]> {
      const text = await ec2(
        {
          Action: 'DescribeImages',
          'Owner.1': 'self',
          'Filter.1.Name': 'tag:Image',
          'Filter.1.Value.1': template,
        },
        `list the images of "${template}"`,
      )
      const images = xmlItems(text, 'imagesSet').map(toImage)
      return images.sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    },
    /** Whether an instance of the account runs on the image. */
    async isUsed({ id }: Image): Promise<boolean> {
      const text = await ec2(
        { Action: 'DescribeInstances', 'Filter.1.Name': 'image-id', 'Filter.1.Value.1': id },
        `look for instances of image "${id}"`,
      )
      return xmlItems(text, 'reservationSet').some((reservation) =>
        xmlItems(reservation, 'instancesSet').some((instance) => stateOf(instance) !== 'terminated'),
      )
    },
    /** Removes the image and the snapshots that it was started from. */
    async remove({ id, snapshots }: Image): Promise<void> {
      await ec2({ Action: 'DeregisterImage', ImageId: id }, `remove image "${id}"`)
      for (const SnapshotId of snapshots)
        await ec2({ Action: 'DeleteSnapshot', SnapshotId }, `remove snapshot "${SnapshotId}"`)
    },
    /** Puts an image's id into a parameter, which templates read. */
    async store(parameter: string, id: string): Promise<void> {
      await signedRequest(signer, {
        service: 'ssm',
        method: 'POST',
        url: `${awsAddress('ssm', signer.region).url}/`,
        headers: {
          'content-type': 'application/x-amz-json-1.1',
          'x-amz-target': 'AmazonSSM.PutParameter',
        },
        body: JSON.stringify({
          Name: parameter,
          Value: id,
          Type: 'String',
          DataType: 'aws:ec2:image',
          Overwrite: true,
        }),
      }).catch(because(`store image "${id}" in parameter "${parameter}"`))
    },
  }
}

function toImage(item: string): Image {
  const devices = xmlItems(item, 'blockDeviceMapping')
  return {
    id: tag(item, 'imageId') ?? '',
    name: tag(item, 'name') ?? '',
    createdAt: tag(item, 'creationDate') ?? '',
    snapshots: devices.flatMap((device) => tag(device, 'snapshotId') ?? []),
  }
}

function stateOf(instance: string): string | undefined {
  const state = /<instanceState>[\s\S]*?<\/instanceState>/.exec(instance)?.[0]
  return state === undefined ? undefined : tag(state, 'name')
}
