import type { Check } from '../../check.ts'
import { eachText } from '../../each-text.ts'

export const partitions: Check = {
  rules: [
    {
      code: 'I3042',
      level: 'info',
      title: 'ARNs in Fn::Sub take the partition from AWS::Partition',
      help: 'The partition is "aws" in most regions, "aws-cn" in China, "aws-us-gov" in GovCloud. With ${AWS::Partition} the template works in all of them.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html',
    },
  ],
  run({ root, regions, transforms }, report) {
    if (transforms.some((name) => name.startsWith('AWS::Serverless'))) return
    const wanted = new Set(regions.map(partitionOf))
    eachText(root['Resources'], ['Resources'], (text, path) => {
      if (!path.includes('Fn::Sub')) return
      const partition = /(?:^|[^\w-])arn:(aws[\w-]*):/.exec(text)?.[1]
      if (partition === undefined) return
      const wrong = [...wanted].find((one) => one !== partition)
      report({
        path: [...path],
        message: `The partition "${partition}" is written out${wrong === undefined ? '' : `, and the template is meant for "${wrong}" too`}`,
        hint: 'Write arn:${AWS::Partition}:…',
        ...(wrong !== undefined && { level: 'warning' as const }),
      })
    })
  },
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}
