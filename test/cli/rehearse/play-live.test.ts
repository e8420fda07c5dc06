import { expect } from 'chai'
import { liveLines } from '../../../src/cli/rehearse/play-live.ts'

describe('liveLines()', () => {
  it('tells of ends before beginnings of the same moment, with reasons of failures and phases', () => {
    const step = { type: 'AWS::SQS::Queue', action: 'create', phase: 'deployment', outcome: 'done' } as const
    expect(
      liveLines([
        { ...step, logicalId: 'Jobs', start: 0, end: 65 },
        { ...step, logicalId: 'News', start: 65, end: 70, outcome: 'failed', reason: 'No room' },
        { ...step, logicalId: 'Jobs', start: 70, end: 71, action: 'delete', phase: 'rollback' },
      ]),
    ).to.deep.equal([
      [0, '  0:00  begins   create Jobs  AWS::SQS::Queue'],
      [65, '  1:05  done     create Jobs  AWS::SQS::Queue'],
      [65, '  1:05  begins   create News  AWS::SQS::Queue'],
      [70, '  1:10  failed   create News  AWS::SQS::Queue: No room'],
      [70, '  1:10  begins   delete Jobs  AWS::SQS::Queue  (rollback)'],
      [71, '  1:11  done     delete Jobs  AWS::SQS::Queue  (rollback)'],
    ])
  })
})
