import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { textIn } from '../../wiring/literal.ts'

export const healthCheckTypes: Check = {
  rules: [
    {
      code: 'E3056',
      level: 'error',
      title: 'The health check of an Auto Scaling group is EC2 alone, or others without EC2',
      help: 'EC2 checks always run. Name only the others, as in "ELB" or "ELB,VPC_LATTICE".',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::AutoScaling::AutoScalingGroup')) {
      for (const { value, path } of placesAt(properties, 'HealthCheckType')) {
        const types = (textIn(value) ?? '').split(',').map((type) => type.trim())
        if (types.length > 1 && types.includes('EC2'))
          report({ path, message: '"EC2" cannot stand beside other types of health checks' })
      }
    }
  },
}
