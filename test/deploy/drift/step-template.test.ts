import { expect } from 'chai'
import { retainingTemplate, stepTemplate } from '../../../src/deploy/drift/step-template.ts'

const template = {
  Parameters: { Token: { Type: 'String', NoEcho: true } },
  Resources: {
    Jobs: {
      Type: 'AWS::SQS::Queue',
      Properties: { DelaySeconds: 0, Tags: [{ Key: 'a', Value: 'b' }], QueueName: { Ref: 'Name' } },
    },
    News: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'news' } },
    Setting: {
      Type: 'AWS::SSM::Parameter',
      DependsOn: ['News', 'Jobs'],
      Properties: {
        Value: { 'Fn::Sub': '${News}/${News.TopicName}/${AWS::Region}' },
        Name: { 'Fn::GetAtt': ['News', 'TopicArn'] },
      },
    },
    Secret: { Type: 'AWS::SSM::Parameter', Properties: { Value: { Ref: 'Token' } } },
  },
  Outputs: { Arn: { Value: { Ref: 'News' } } },
}
const drift = (LogicalResourceId: string, status: 'MODIFIED' | 'DELETED' | 'IN_SYNC', more: object = {}) => ({
  StackId: 'x',
  LogicalResourceId,
  ResourceType: template.Resources[LogicalResourceId as 'Jobs'].Type,
  StackResourceDriftStatus: status,
  Timestamp: new Date(0),
  ...more,
})
const differs = (...names: string[]) =>
  names.map((name) => ({
    PropertyPath: name,
    ExpectedValue: '',
    ActualValue: '',
    DifferenceType: 'NOT_EQUAL' as const,
  }))
const jobs = drift('Jobs', 'MODIFIED', {
  ActualProperties: '{"DelaySeconds":5,"QueueName":"jobs"}',
  PropertyDifferences: differs('/DelaySeconds', '/Tags/0/Value'),
})
const news = drift('News', 'DELETED', {
  PhysicalResourceId: 'arn:aws:sns:x:news',
  ExpectedProperties: '{"TopicName":"news"}',
})

describe('stepTemplate()', () => {
  it('gives what was changed its real properties, and leaves the rest and its functions alone', () => {
    const made = stepTemplate(template, [jobs, drift('News', 'IN_SYNC')])
    expect(made).to.deep.equal({
      template: {
        ...template,
        Resources: {
          ...template.Resources,
          Jobs: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 5, QueueName: { Ref: 'Name' } } },
        },
      },
      does: ['Jobs gets its real DelaySeconds, Tags'],
      problems: [],
    })
  })

  it('lets go what was deleted, with its values in place of references', () => {
    const made = stepTemplate(template, [news])
    const { News: _news, ...others } = template.Resources
    expect(made).to.deep.equal({
      template: {
        ...template,
        Resources: {
          ...others,
          Setting: {
            Type: 'AWS::SSM::Parameter',
            DependsOn: ['Jobs'],
            Properties: {
              Value: { 'Fn::Sub': 'arn:aws:sns:x:news/news/${AWS::Region}' },
              Name: 'arn:aws:sns:x:news',
            },
          },
        },
        Outputs: { Arn: { Value: 'arn:aws:sns:x:news' } },
      },
      does: ['News, which was deleted by hand, leaves the stack'],
      problems: [],
    })
  })

  it('says what it cannot do: secrets, and attributes that nobody knows', () => {
    const secret = drift('Secret', 'MODIFIED', {
      ActualProperties: '{"Value":"x"}',
      PropertyDifferences: differs('/Value'),
    })
    const unknown = drift('News', 'DELETED', { PhysicalResourceId: 'news-1', ExpectedProperties: '{}' })
    const { template: made, problems } = stepTemplate(template, [secret, unknown])
    expect(problems).to.deep.equal([
      'Secret.Value holds a NoEcho value, which only a deployment of another value can set',
      'Setting uses News.TopicName, and nobody knows its value any more',
      'Setting uses News.TopicArn, and nobody knows its value any more',
    ])
    expect(JSON.stringify(made)).not.to.contain('"Value":"x"')
  })

  it('never makes a template without resources', () => {
    const only = { Resources: { News: template.Resources.News } }
    expect(Object.keys(stepTemplate(only, [news]).template.Resources)).to.deep.equal(['CfstackPlaceholder'])
  })
})

describe('retainingTemplate()', () => {
  it('keeps what leaves from being deleted, when its policy does not', () => {
    expect(retainingTemplate(template, [jobs])).to.equal(undefined)
    expect(retainingTemplate(template, [news])?.Resources['News']).to.deep.equal({
      ...template.Resources.News,
      DeletionPolicy: 'Retain',
    })
  })
})
