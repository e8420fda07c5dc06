import type { Check, Problem } from '../../check.ts'
import { grouped } from '../../grouped.ts'
import { isObject, onlyKey } from '../../json.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { elsewhere, placeOf, read, readItems, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { textParts } from '../../wiring/text-parts.ts'
import { decodedSize, isNotBase64, isBase64OfText, surelyBytes } from '../../wiring/user-data-size.ts'

/** Bytes that EC2 takes, before they are encoded. */
const most = 16_384

export const userData: Check = {
  rules: [
    {
      code: 'CFS0901',
      level: 'error',
      title: 'User data is base64',
      help:
        'EC2 takes user data encoded as base64 only, and refuses plain text; text that happens to be base64 is decoded to garbage, and ' +
        'instances boot without what it says. Wrap the text in "Fn::Base64".',
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
    },
    {
      code: 'CFS0902',
      level: 'error',
      title: 'User data is no larger than 16 KB',
      help:
        'EC2 refuses user data of more than 16,384 bytes, counted before it is encoded. Put the larger part into an object of S3, an ' +
        'image, or cfn-init metadata, and let the user data fetch it.',
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
    },
    {
      code: 'CFS0903',
      level: 'warning',
      title: 'User data is encoded once',
      help:
        'Text that is base64 already and stands in "Fn::Base64" is encoded twice: instances find base64 where a script should be, and do ' +
        'nothing with it. Leave out one of the two.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html',
    },
  ],
  run(template, report) {
    for (const { owner, place } of userDataIn(template)) judge(owner, place, report)
  },
}

function judge(owner: ResourceView, place: Place, report: (problem: Problem) => void): void {
  const { value, path } = place
  if (value === undefined || value === elsewhere) return
  const shown = `User data of "${owner.id}"`
  const inner =
    onlyKey(value) === 'Fn::Base64' && isObject(value) ? { encoded: value['Fn::Base64'] } : undefined
  if (inner === undefined && isNotBase64(textParts(value))) {
    const message = `${shown} is plain text, where EC2 takes base64 only`
    return report({ path, message, hint: 'Put it in "Fn::Base64"' })
  }
  const size = inner === undefined ? decodedSize(value) : surelyBytes(inner.encoded)
  if (size > most) {
    const message = `${shown} has at least ${grouped(size)} bytes, and EC2 takes ${grouped(most)}`
    report({
      code: 'CFS0902',
      path,
      message,
      hint: 'Let it fetch the larger part from S3, or put it into the image',
    })
  }
  if (inner !== undefined && isBase64OfText(inner.encoded))
    report({
      code: 'CFS0903',
      path,
      message: `${shown} is base64 already, and is encoded again`,
      hint: 'Leave out "Fn::Base64", or write the text itself',
    })
}

interface UserData {
  readonly owner: ResourceView
  readonly place: Place
}

const placesOf: { readonly [type: string]: readonly string[] } = {
  'AWS::AutoScaling::LaunchConfiguration': ['UserData'],
  'AWS::EC2::Instance': ['UserData'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData', 'UserData'],
  'AWS::ImageBuilder::ImageRecipe': ['AdditionalInstanceConfiguration', 'UserDataOverride'],
}

function userDataIn(template: TemplateView): readonly UserData[] {
  const single = resourcesOf(template, ...Object.keys(placesOf)).flatMap((owner) =>
    read(placeOf(owner), 'Properties', ...(placesOf[owner.type] as readonly string[])).map((place) => ({
      owner,
      place,
    })),
  )
  const fleets = resourcesOf(template, 'AWS::EC2::SpotFleet').flatMap((owner) =>
    readItems(placeOf(owner), 'Properties', 'SpotFleetRequestConfigData', 'LaunchSpecifications').flatMap(
      (one) => read(one, 'UserData').map((place) => ({ owner, place })),
    ),
  )
  return [...single, ...fleets]
}
