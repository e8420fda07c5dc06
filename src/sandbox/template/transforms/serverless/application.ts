import { pick, present, type Serverless, type Work } from './work.ts'
import { tagList } from './tags.ts'

/** `AWS::Serverless::Application`: a nested stack. The repository of applications is not there. */
export function expandApplication({ id, properties, attributes }: Serverless, work: Work): void {
  const { Location: location, Tags: tags } = properties
  if (typeof location !== 'string')
    work.problems.push({ id, text: 'The sandbox has no Serverless Application Repository.' })
  work.resources[id] = {
    ...attributes,
    Type: 'AWS::CloudFormation::Stack',
    Properties: present({
      TemplateURL: location,
      ...pick(properties, ['NotificationARNs', 'Parameters', 'TimeoutInMinutes']),
      Tags: tagList(tags, 'lambda'),
    }),
  }
}
