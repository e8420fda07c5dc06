import { expect } from 'chai'
import { kebabCase } from '../../src/cli/deployment/parameter-flags.ts'
import { checkValue } from '../../src/deploy/parameters/check-value.ts'
import type { ParameterDeclaration } from '../../src/deploy/parameters/declarations.ts'
import { mergeParameters } from '../../src/deploy/parameters/resolve.ts'
import { valuesFromFile } from '../../src/deploy/parameters/values-file.ts'

function parameter(fields: Partial<ParameterDeclaration>): ParameterDeclaration {
  return { name: 'P', type: 'String', noEcho: false, ...fields }
}

describe('checkValue()', () => {
  const cases: [Partial<ParameterDeclaration>, string, string | undefined][] = [
    [{}, '', undefined],
    [{ type: 'Number' }, 'x', '"x" is not a number'],
    [{ type: 'Number', minValue: 2 }, '1', '"1" is less than 2'],
    [{ type: 'List<Number>' }, '1, x', '"x" is not a number'],
    [{ type: 'CommaDelimitedList', allowedValues: ['a', 'b'] }, 'a,c', '"c" is not allowed, expected a, b'],
    [{ minLength: 3, noEcho: true }, 'ab', 'the value is shorter than 3 characters'],
    [{ allowedPattern: 'a+', constraintDescription: 'only a' }, 'b', '"b" does not match a+ (only a)'],
    [{ allowedPattern: '(?i)a+' }, 'b', undefined],
    [{ type: 'AWS::SSM::Parameter::Value<String>', allowedValues: ['x'] }, '/a/b', undefined],
  ]
  for (const [fields, value, problem] of cases) {
    it(`${JSON.stringify(fields)} with "${value}": ${problem ?? 'right'}`, () =>
      expect(checkValue(parameter(fields), value)).to.equal(problem))
  }
})

describe('mergeParameters()', () => {
  it('lets later sources win, keeps deployed values, and lists what is missing', () => {
    const declared = ['A', 'B', 'C'].map((name) => parameter({ name }))
    const sources = [
      { origin: 'file', values: { A: '1' } },
      { origin: 'flag', values: { A: '' } },
    ]
    const { parameters, missing } = mergeParameters(declared, sources, new Set(['A', 'B']))
    expect(parameters).to.deep.equal([
      { ParameterKey: 'A', ParameterValue: '' },
      { ParameterKey: 'B', UsePreviousValue: true },
    ])
    expect(missing.map(({ name }) => name)).to.deep.equal(['C'])
  })
})

describe('valuesFromFile()', () => {
  it('reads an object and the list of the AWS command line', () => {
    expect(valuesFromFile('a', { A: 1, B: ['x', 'y'] })).to.deep.equal({ A: '1', B: 'x,y' })
    expect(valuesFromFile('a', [{ ParameterKey: 'A', ParameterValue: '1' }])).to.deep.equal({ A: '1' })
  })
})

describe('kebabCase()', () => {
  it('splits words and abbreviations', () =>
    expect(['KeyName', 'VPCId', 'Port2'].map(kebabCase)).to.deep.equal(['key-name', 'vpc-id', 'port2']))
})
