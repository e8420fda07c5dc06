import { expect } from 'chai'
import { givenTemplate } from '../../../../src/sandbox/template/source/given-template.ts'
import { worldWith } from '../env-of.ts'
import { messageOf } from '../message-of.ts'

const world = worldWith({
  buckets: {
    'my.bucket': {
      account: '123456789012',
      region: 'eu-west-1',
      objects: { 'a/b c.json': '{}', big: 'x'.repeat(1_000_001) },
    },
  },
})

describe('givenTemplate()', () => {
  it('takes the body, an address of a bucket in any form, or the previous template', () => {
    expect(givenTemplate({ TemplateBody: 'a' }, world)).to.equal('a')
    expect(givenTemplate({ UsePreviousTemplate: 'true' }, world, 'before')).to.equal('before')
    for (const url of [
      'https://my.bucket.s3.amazonaws.com/a/b%20c.json',
      'https://my.bucket.s3.eu-west-1.amazonaws.com/a/b c.json?versionId=1',
      'https://s3.eu-west-1.amazonaws.com/my.bucket/a/b%20c.json',
      'https://s3-eu-west-1.amazonaws.com/my.bucket/a/b%20c.json',
      'https://s3.cn-north-1.amazonaws.com.cn/my.bucket/a/b%20c.json',
      'http://127.0.0.1:4566/my.bucket/a/b%20c.json',
      'http://my.bucket.s3.localhost:4566/a/b%20c.json',
    ])
      expect(givenTemplate({ TemplateURL: url }, world), url).to.equal('{}')
  })

  it('refuses in the words of CloudFormation', () => {
    const more =
      '\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html'
    const long = 'x'.repeat(51_201)
    const cases: readonly (readonly [object, string])[] = [
      [{}, 'Either Template URL or Template Body must be specified.'],
      [
        { TemplateURL: 's3://my.bucket/a' },
        'S3 error: Domain name specified in my.bucket is not a valid S3 domain',
      ],
      [{ TemplateURL: 'https://example.com/a/b.json' }, 'TemplateURL must be a supported URL.'],
      [
        { TemplateURL: 'https://s3.amazonaws.com/none/a' },
        `S3 error: The specified bucket does not exist${more}`,
      ],
      [
        { TemplateURL: 'https://s3.amazonaws.com/my.bucket/none' },
        `S3 error: The specified key does not exist.${more}`,
      ],
      [
        { TemplateURL: 'https://s3.amazonaws.com/my.bucket/big' },
        'Template may not exceed 1000000 bytes in size.',
      ],
      [
        { TemplateBody: '' },
        "1 validation error detected: Value '' at 'templateBody' failed to satisfy constraint: Member must have length greater than or equal to 1",
      ],
      [
        { TemplateBody: long },
        `1 validation error detected: Value '${long}' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to 51200`,
      ],
    ]
    expect(cases.map(([input]) => messageOf(() => givenTemplate({ ...input }, world)))).to.deep.equal(
      cases.map(([, text]) => text),
    )
  })
})
