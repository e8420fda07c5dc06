import { expect } from 'chai'
import { wantedFailure } from '../../../src/cli/rehearse/rehearse-flags.ts'

const template = { Resources: { Jobs: { Type: 'AWS::SQS::Queue' }, News: { Type: 'AWS::SNS::Topic' } } }

describe('wantedFailure()', () => {
  it('reads ids that fail together, their moments, and a reason with commas, colons and signs of equality', () => {
    expect(wantedFailure('Jobs,News:rollback=Out of it: a=1, b=2', 'web', [template])).to.deep.equal({
      text: 'Jobs,News:rollback=Out of it: a=1, b=2',
      faults: [
        { kind: 'fail', stack: 'web', logicalId: 'Jobs', reason: 'Out of it: a=1, b=2' },
        { kind: 'fail', stack: 'web', logicalId: 'News', on: 'rollback', reason: 'Out of it: a=1, b=2' },
      ],
    })
  })

  it('refuses ids that no template has, and moments that are none', () => {
    expect(() => wantedFailure('Job', 'web', [template])).to.throw(
      'Cannot read the command line: --fail names "Job", which stack "web" does not have',
    )
    expect(() => wantedFailure('Jobs:never', 'web', [template])).to.throw(
      'Cannot read the command line: "never" in --fail Jobs:never is no moment',
    )
  })
})
