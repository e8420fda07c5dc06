import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { isCall } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'

export const eventDestinations: Check = {
  rules: [
    {
      code: 'E3031',
      level: 'error',
      title: 'What a function tells about its events goes to an ARN',
      help: 'The transform hands "Destination" on to Lambda, and allows the function to write there; both refuse anything but an ARN. Write Fn::GetAtt of the queue, topic, bus or function, or leave the destination out so that the transform makes one.',
      source:
        'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-onsuccess.html',
    },
  ],
  run(template, report) {
    if (!template.serverless) return
    for (const properties of propertiesOf(template, 'AWS::Serverless::Function'))
      for (const event of ['OnSuccess', 'OnFailure'])
        for (const place of placesAt(
          properties,
          `EventInvokeConfig.DestinationConfig.${event}.Destination`,
        )) {
          const { value, path } = place
          if (typeof value !== 'string' || isCall(value) || value.startsWith('arn:')) continue
          if (canHappen(template, [place])) report({ path, message: `"${value}" is no ARN` })
        }
  },
}
