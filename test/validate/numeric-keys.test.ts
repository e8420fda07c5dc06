import { expect } from 'chai'
import { parseTemplate } from '../../src/validate/read-template.ts'
import { validate } from '../../src/validate/validate.ts'

const withKey = (key: string, anchor = ''): string =>
  `Mappings:\n  M: ${anchor}\n    ${key}:\n      Name: a\n` +
  'Resources:\n  T:\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: !FindInMap [M, !Ref AWS::AccountId, Name] }\n'
const found = (text: string) =>
  validate(parseTemplate(text))
    .filter(({ code }) => code === 'E7001')
    .map(({ path, hint }) => [path.join('.'), hint])

describe('E7001 of numbers as keys', () => {
  // The second text has an anchor, which only the slower of the two parsers reads.
  for (const anchor of ['', '&m'])
    it(`is found where they stand without quotes${anchor === '' ? '' : ', by either parser'}`, () => {
      expect(found(withKey('123456789012', anchor))).to.deep.equal([
        ['Mappings.M.123456789012', 'Write "123456789012", with quotes'],
      ])
      expect(found(withKey('"123456789012"', anchor))).to.deep.equal([])
      expect(found(withKey('us-east-1', anchor))).to.deep.equal([])
    })
})
