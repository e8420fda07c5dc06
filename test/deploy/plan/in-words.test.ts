import { expect } from 'chai'
import { inWords } from '../../../src/deploy/plan/in-words.ts'

describe('inWords()', () => {
  const cases: [what: string, value: unknown, words: string][] = [
    ['text as it is', 'arn:aws:s3:::logs', 'arn:aws:s3:::logs'],
    ['a number', 443, '443'],
    ['a reference', { Ref: 'Vpc' }, '${Vpc}'],
    ['an attribute', { 'Fn::GetAtt': ['Logs', 'Arn'] }, '${Logs.Arn}'],
    ['an attribute with a dot', { 'Fn::GetAtt': 'Logs.Arn' }, '${Logs.Arn}'],
    ['a substitution', { 'Fn::Sub': '${Logs.Arn}/*' }, '${Logs.Arn}/*'],
    ['joined parts', { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Logs', 'Arn'] }, '/*']] }, '${Logs.Arn}/*'],
    ['an import', { 'Fn::ImportValue': { 'Fn::Sub': '${Net}-vpc' } }, 'import of ${Net}-vpc'],
    ['what has no short form as JSON', { 'Fn::If': ['Prod', 'a', 'b'] }, '{"Fn::If":["Prod","a","b"]}'],
    ['a malformed call as JSON', { 'Fn::Join': 'x' }, '{"Fn::Join":"x"}'],
    ['an object of several keys as JSON', { Ref: 'A', B: 1 }, '{"Ref":"A","B":1}'],
  ]
  for (const [what, value, words] of cases) {
    it(`gives ${what}`, () => expect(inWords(value)).to.equal(words))
  }
})
