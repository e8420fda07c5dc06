import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'

const places: { readonly [type: string]: string } = {
  'AWS::AutoScaling::LaunchConfiguration': 'ImageId',
  'AWS::Batch::ComputeEnvironment': 'ComputeResources.ImageId',
  'AWS::Cloud9::EnvironmentEC2': 'ImageId',
  'AWS::EC2::Instance': 'ImageId',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.ImageId',
  'AWS::EC2::SpotFleet': 'SpotFleetRequestConfigData.LaunchSpecifications.*.ImageId',
  'AWS::ImageBuilder::Image': 'ImageId',
}
const types = new Set(['AWS::EC2::Image::Id', 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>'])

export const imageParameters: Check = {
  rules: [
    {
      code: 'W2506',
      level: 'warning',
      title: 'Parameters for images have the type of images',
      help: 'With AWS::EC2::Image::Id, or AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>, CloudFormation makes sure that the image exists before it starts.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
    },
  ],
  run(template, report) {
    const found = new Set<string>()
    for (const [type, path] of Object.entries(places)) {
      for (const { value } of propertiesOf(template, type).flatMap((one) => placesAt(one, path))) {
        const name = isObject(value) ? value['Ref'] : undefined
        const parameter =
          typeof name === 'string' && Object.hasOwn(template.parameters, name)
            ? template.parameters[name]
            : undefined
        if (isObject(parameter) && !types.has(String(parameter['Type']))) found.add(String(name))
      }
    }
    for (const name of found)
      report({
        path: ['Parameters', name, 'Type'],
        message: `"${name}" is an image, and its type takes any text`,
        hint: `Use ${[...types].join(' or ')}`,
      })
  },
}
