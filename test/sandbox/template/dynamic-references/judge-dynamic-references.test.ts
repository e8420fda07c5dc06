import { expect } from 'chai'
import type { World } from '../../../../src/sandbox/world.ts'
import { deployedTemplate } from '../../../../src/sandbox/template/deployed-template.ts'
import { place, processedWith, stack, worldWith } from '../env-of.ts'
import { messageOf } from '../message-of.ts'

const world: World = worldWith({
  parameters: {
    '123456789012/eu-west-1//a': { type: 'String', values: ['x'] },
    '123456789012/eu-west-1//secret': { type: 'SecureString', values: ['hush'] },
  },
})

/** What is refused at once, and what fails the deployment. */
function judged(Properties: object, Type = 'AWS::SSM::Parameter'): readonly (string | undefined)[] {
  let problem: string | undefined
  const template = {
    Parameters: { V: { Type: 'String', Default: '1' } },
    Resources: { A: { Type, Properties } },
  }
  const refused = messageOf(() => (problem = processedWith(template, {}, world).problem))
  return [refused, problem]
}

const value = (text: unknown): readonly (string | undefined)[] => judged({ Type: 'String', Value: text })

describe('processTemplate(), of a template with dynamic references', () => {
  it('looks those with a version up at once, the others when the deployment begins', () => {
    const secure = 'SSM Secure reference is not supported in: [AWS::SSM::Parameter/Properties/Value]'
    expect([
      value('{{resolve:ssm:/a}} {{resolve:ssm:/a:1}}'),
      value('{{resolve:ssm:/none}}'),
      value({ 'Fn::Sub': '{{resolve:ssm:/a:${V}}}' }),
      value({ 'Fn::Sub': '{{resolve:ssm:/a:${V}${V}}}' }),
      value('{{resolve:ssm:/a:prod}}'),
      value('{{resolve:ssm:/secret:1}}'),
      value('{{resolve:ssm-secure:/secret:1}}'),
      value('{{resolve:ssm-secure:/secret}}'),
      judged({ MasterUserPassword: '{{resolve:ssm-secure:/secret}}' }, 'AWS::RDS::DBInstance'),
      value('{{resolve:secretsmanager:none}}'),
    ]).to.deep.equal([
      [undefined, undefined],
      [undefined, 'Parameters: [ssm:/none] cannot be found.'],
      [undefined, undefined],
      ['Parameters: [ssm:/a:11] cannot be found.', undefined],
      ['Incorrect format is used in the following SSM reference: [{{resolve:ssm:/a:prod}}]', undefined],
      ['Non-secure ssm prefix was used for secure parameter /secret', undefined],
      [secure, undefined],
      [undefined, secure],
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('looks them up each time, other than in what is deployed', () => {
    const own = worldWith({ parameters: { ...world.store.parameters } })
    const template = {
      Resources: { A: { Type: 'AWS::SNS::Topic', Properties: { TopicName: '{{resolve:ssm:/a}}' } } },
    }
    expect(processedWith(template, {}, own).problem).to.equal(undefined)
    delete (own.store.parameters as { [key: string]: unknown })['123456789012/eu-west-1//a']
    expect(processedWith(template, {}, own).problem).to.equal('Parameters: [ssm:/a] cannot be found.')
    const desired = { body: JSON.stringify(template), parameters: [], topics: [] }
    expect(deployedTemplate(desired, place, stack, own).problem).to.equal(undefined)
  })

  it('knows which names of parameters are not there', () => {
    const template = {
      Parameters: { P: { Type: 'AWS::SSM::Parameter::Name' } },
      Resources: { A: { Type: 'AWS::SNS::Topic' } },
    }
    expect(processedWith(template, { P: '/a' }, world).problem).to.equal(undefined)
    expect(processedWith(template, { P: '/b' }, world).problem).to.equal(
      'Parameter validation failed: parameter value /b for parameter name P does not exist.',
    )
  })
})
