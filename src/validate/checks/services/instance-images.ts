import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { placeOf, type Place } from '../../wiring/place.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen, type When } from '../../wiring/when.ts'
import type { TemplateView } from '../../template-view.ts'

export const instanceImages: Check = {
  rules: [
    {
      code: 'E3673',
      level: 'error',
      title: 'An instance has an image, of its own or of its launch template',
      help: 'Give "ImageId", or a "LaunchTemplate" whose data have one. An SSM parameter of type AWS::SSM::Parameter::Value<AWS::EC2::Image::Id> keeps it current.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::EC2::Instance')) {
      const imageless = togetherAt(properties, 'ImageId', 'LaunchTemplate').some(
        ({ places: [image, launch], when }) =>
          isNothing(image?.value) && launch !== undefined && hasNoImage(launch, when, template),
      )
      if (imageless)
        report({ path: properties.path, message: 'The instance has no image: "ImageId" is missing' })
    }
  },
}

/** Whether nothing stands in for the image: no launch template, or one of this template without an image. */
function hasNoImage(launch: Place, when: When, template: TemplateView): boolean {
  if (launch.value === undefined) return canHappen(template, [when])
  return togetherAt(launch, 'LaunchTemplateId', 'LaunchTemplateName').some(({ places, when: there }) => {
    const target = places.map((place) => targetOf(place, template)).find((one) => one !== undefined)
    if (target?.resource.type !== 'AWS::EC2::LaunchTemplate') return false
    const images = placesAt(placeOf(target.resource), 'Properties.LaunchTemplateData.ImageId')
    return images.some(
      (image) => isNothing(image.value) && canHappen(template, [when, there, target.when, image.when]),
    )
  })
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (isObject(value) && Object.keys(value).length === 0)
}
