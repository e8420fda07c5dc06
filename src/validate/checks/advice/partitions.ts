import type { Check } from '../../check.ts'
import { telling } from '../../texts.ts'

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
  run(template, report) {
    if (template.transforms.some((name) => name.startsWith('AWS::Serverless'))) return
    const wanted = new Set(template.regions.map(partitionOf))
    for (const { value: text, path } of telling(template).texts) {
      if (path[0] !== 'Resources' || !text.includes('arn:') || !path.includes('Fn::Sub')) continue
      const partition = /(?:^|[^\w-])arn:(aws[\w-]*):/.exec(text)?.[1]
      if (partition === undefined) continue
      const wrong = [...wanted].find((one) => one !== partition)
      const also = wrong === undefined ? '' : `, and the template is meant for "${wrong}" too`
      report({
        path,
        message: `The partition "${partition}" is written out${also}`,
        hint: 'Write arn:${AWS::Partition}:…',
        ...(wrong !== undefined && { level: 'warning' as const }),
      })
    }
  },
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}
