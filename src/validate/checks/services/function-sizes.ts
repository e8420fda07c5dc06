import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { isCall } from '../../wiring/place.ts'

/** Bytes of all names and values of environment variables. */
const mostBytes = 4096

export const functionSizes: Check = {
  rules: [
    {
      code: 'E3697',
      level: 'error',
      title: 'The environment variables of a function take no more than 4 KiB',
      help: 'Lambda counts the names and values of all variables together. Keep larger settings in Parameter Store or a file.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
    },
    {
      code: 'E3716',
      level: 'error',
      title: 'The ARNs of the layers of a function are no longer than Lambda takes',
      help: 'The name of a layer has at most 140 characters; the longest ARN follows from it, the region and the partition.',
      source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::Lambda::Function')) {
      for (const { value, path } of placesAt(properties, 'Environment.Variables')) {
        const size = sizeOf(value)
        if (size > mostBytes)
          report({
            path,
            message: `The environment variables take ${size} bytes; at most ${mostBytes} are taken`,
          })
      }
      for (const { value, path } of placesAt(properties, 'Layers.*')) {
        if (typeof value !== 'string' || isCall(value)) continue
        const region = template.regions.find((name) => value.length > longestArn(name))
        if (region === undefined) continue
        const most = longestArn(region)
        report({
          code: 'E3716',
          path,
          message: `The ARN has ${value.length} characters; at most ${most} are taken in ${region}`,
        })
      }
    }
  },
}

function sizeOf(variables: unknown): number {
  if (!isObject(variables) || isCall(variables)) return 0
  const sizes = Object.entries(variables).map(
    ([name, value]) => Buffer.byteLength(name) + (typeof value === 'string' ? Buffer.byteLength(value) : 0),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

const partitions: readonly (readonly [start: string, partition: string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-isob-', 'aws-iso-b'],
  ['us-iso', 'aws-iso'],
  ['eu-isoe-', 'aws-iso-e'],
  ['eusc-', 'aws-eusc'],
]

function longestArn(region: string): number {
  const partition = partitions.find(([start]) => region.startsWith(start))?.[1] ?? 'aws'
  return 176 + partition.length + region.length
}
