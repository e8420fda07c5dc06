import { expect } from 'chai'
import { queryInput } from '../../../src/sandbox/wire/query-input.ts'

describe('queryInput()', () => {
  it('reads lists in the order of their numbers, maps by key, and nested fields', () => {
    const form = new URLSearchParams(
      'Action=CreateChangeSet&Version=2010-05-15&StackName=web' +
        '&Tags.member.2.Key=b&Tags.member.2.Value=2&Tags.member.1.Key=a&Tags.member.1.Value=x%3Dy' +
        '&ResourcesToImport.member.1.ResourceIdentifier.entry.1.key=BucketName' +
        '&ResourcesToImport.member.1.ResourceIdentifier.entry.1.value=logs' +
        '&RollbackConfiguration.MonitoringTimeInMinutes=5' +
        '&RollbackConfiguration.RollbackTriggers.member.1.Arn=a',
    )
    expect(queryInput(form)).to.deep.equal({
      StackName: 'web',
      Tags: [
        { Key: 'a', Value: 'x=y' },
        { Key: 'b', Value: '2' },
      ],
      ResourcesToImport: [{ ResourceIdentifier: { BucketName: 'logs' } }],
      RollbackConfiguration: { MonitoringTimeInMinutes: '5', RollbackTriggers: [{ Arn: 'a' }] },
    })
  })

  it('keeps the tenth member behind the ninth', () => {
    const form = new URLSearchParams()
    for (const index of [10, 9, 1, 2, 3, 4, 5, 6, 7, 8])
      form.append(`Capabilities.member.${index}`, `${index}`)
    const numbers = Array.from({ length: 10 }, (_, index) => `${index + 1}`)
    expect(queryInput(form)).to.deep.equal({ Capabilities: numbers })
  })

  it('reads an empty list as SDKs send it, and empty text as text', () => {
    expect(queryInput(new URLSearchParams('Tags=&Description='))).to.deep.equal({ Tags: [], Description: '' })
  })

  it('takes names of prototypes for names', () => {
    const input = queryInput(new URLSearchParams('__proto__.polluted=1&constructor=2'))
    expect(Object.keys(input)).to.deep.equal(['__proto__', 'constructor'])
    expect(({} as { polluted?: string }).polluted).to.equal(undefined)
  })
})
