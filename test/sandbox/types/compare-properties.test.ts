import { expect } from 'chai'
import { compareProperties, replaces } from '../../../src/sandbox/types/compare-properties.ts'

describe('compareProperties()', () => {
  it('goes down to what differs, and says what that does to the resource', () => {
    const before = { Engine: 'mysql', Port: 3306, Tags: [{ Key: 'a', Value: '1' }] }
    const after = { Engine: 'postgres', Port: 3306, Tags: [{ Key: 'a', Value: '2' }], MultiAZ: true }
    expect(compareProperties('AWS::RDS::DBInstance', before, after)).to.deep.equal([
      { path: ['Engine'], before: 'mysql', after: 'postgres', recreation: 'Conditionally' },
      { path: ['Tags', '0', 'Value'], before: '1', after: '2', recreation: 'Never' },
      { path: ['MultiAZ'], before: undefined, after: true, recreation: 'Conditionally' },
    ])
  })

  it('takes numbers and truth values for the text that they are', () => {
    const changes = compareProperties(
      'AWS::SQS::Queue',
      { DelaySeconds: 5, FifoQueue: true },
      { DelaySeconds: '5', FifoQueue: 'true' },
    )
    expect(changes).to.deep.equal([])
  })
})

describe('replaces()', () => {
  it('is as strong as the strongest change', () => {
    const of = (after: object): string =>
      replaces(
        compareProperties(
          'AWS::EC2::Subnet',
          { VpcId: 'a', CidrBlock: 'b' },
          { VpcId: 'a', CidrBlock: 'b', ...after },
        ),
      )
    expect([of({ MapPublicIpOnLaunch: true }), of({ VpcId: 'c', MapPublicIpOnLaunch: true })]).to.deep.equal([
      'Never',
      'Always',
    ])
  })
})
