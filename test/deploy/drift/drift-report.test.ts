import { expect } from 'chai'
import { renderDrift } from '../../../src/cli/actions/render-drift.ts'
import { driftReport } from '../../../src/deploy/drift/drift-report.ts'

const drift = (id: string, status: string, more: object = {}) => ({
  StackId: 'arn',
  LogicalResourceId: id,
  PhysicalResourceId: id.toLowerCase(),
  ResourceType: 'AWS::SQS::Queue',
  StackResourceDriftStatus: status as never,
  Timestamp: new Date(0),
  ...more,
})
const changed = {
  PropertyDifferences: [
    { PropertyPath: '/DelaySeconds', ExpectedValue: '0', ActualValue: '5', DifferenceType: 'NOT_EQUAL' },
    { PropertyPath: '/Tags/0', ExpectedValue: 'null', ActualValue: '{"Key":"by"}', DifferenceType: 'ADD' },
    {
      PropertyPath: '/KmsMasterKeyId',
      ExpectedValue: 'k-1',
      ActualValue: 'k-2',
      DifferenceType: 'NOT_EQUAL',
    },
  ],
}
const template = {
  Parameters: { Key: { Type: 'String', NoEcho: true } },
  Resources: { Jobs: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { Ref: 'Key' } } } },
}

describe('driftReport()', () => {
  it('tells property by property what was changed, masks NoEcho, and counts the rest', () => {
    const report = driftReport(
      [
        drift('Jobs', 'MODIFIED', changed),
        drift('Old', 'DELETED'),
        drift('New', 'IN_SYNC'),
        drift('Odd', 'NOT_CHECKED'),
      ],
      { stackName: 'web', template, sources: { Jobs: 'stacks/web.ts:7' } },
    )
    expect(renderDrift(report)).to.equal(
      [
        'Drift of stack "web":',
        '  ~ changed  Jobs  AWS::SQS::Queue  (jobs, stacks/web.ts:7)',
        '      DelaySeconds: template "0", really "5"  (changed)',
        '      Tags.0: template none, really "{\\"Key\\":\\"by\\"}"  (added)',
        '      KmsMasterKeyId: template "****", really "****"  (changed)',
        '  - deleted  Old  AWS::SQS::Queue  (old)',
        '  Not compared: Odd',
        'Drift: 1 changed, 1 deleted, 1 in sync, 1 not compared',
      ].join('\n'),
    )
  })

  it('shows no value when nobody knows what is secret', () => {
    const report = driftReport([drift('Jobs', 'MODIFIED', changed)], {
      stackName: 'web',
      template: undefined,
    })
    expect(report.resources[0]?.differences[0]).to.deep.equal({
      path: 'DelaySeconds',
      change: 'changed',
      expected: '****',
      actual: '****',
    })
  })
})
