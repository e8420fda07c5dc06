import { expect } from 'chai'
import { settleParameters } from '../../../../src/sandbox/template/parameters/settle-parameters.ts'
import type { ParameterState } from '../../../../src/sandbox/world.ts'
import { place, worldWith } from '../env-of.ts'
import { messageOf } from '../message-of.ts'

const world = worldWith({
  parameters: {
    '123456789012/eu-west-1/image': { type: 'String', values: ['ami-1', 'ami-2'] },
    '123456789012/eu-west-1/list': { type: 'StringList', values: ['a,b, c ,d'] },
    '123456789012/eu-west-1/secret': { type: 'SecureString', values: ['hush'] },
  },
})

function settle(
  Parameters: object,
  given: readonly object[] = [],
  previous?: readonly ParameterState[],
): readonly ParameterState[] {
  return settleParameters({ Parameters }, given, previous, { world, place })
}

const value = (ParameterKey: string, ParameterValue: string): object => ({ ParameterKey, ParameterValue })
const kept = (ParameterKey: string): object => ({ ParameterKey, UsePreviousValue: 'true' })

describe('settleParameters()', () => {
  it('takes what is given, then what was deployed when asked to, then the default', () => {
    expect(
      settle(
        {
          A: { Type: 'String', Default: 'a' },
          B: { Type: 'Number', Default: 1 },
          C: { Type: 'String', NoEcho: true },
          D: { Type: 'CommaDelimitedList', Default: 'x, y' },
        },
        [value('A', 'given'), kept('C')],
        [
          { key: 'A', value: 'deployed' },
          { key: 'C', value: 'hush', noEcho: true },
          { key: 'D', value: 'deployed' },
        ],
      ),
    ).to.deep.equal([
      { key: 'A', value: 'given' },
      { key: 'B', value: '1' },
      { key: 'C', value: 'hush', noEcho: true },
      { key: 'D', value: 'x, y' },
    ])
  })

  it('reads parameters of Systems Manager, in the latest version or the one that is named', () => {
    const type = { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>' }
    expect(settle({ A: type, B: type }, [value('A', 'image'), value('B', 'image:1')])).to.deep.equal([
      { key: 'A', value: 'image', resolved: 'ami-2' },
      { key: 'B', value: 'image:1', resolved: 'ami-1' },
    ])
    const list = { Type: 'AWS::SSM::Parameter::Value<List<String>>' }
    expect(settle({ A: list }, [value('A', 'list')])).to.deep.equal([
      { key: 'A', value: 'list', resolved: 'a,b,c,d' },
    ])
    const [published] = settle({ A: type }, [value('A', '/aws/service/ami-amazon-linux-latest/al2023')])
    expect(published?.resolved).to.match(/^ami-[0-9a-f]{17}$/)
  })

  it('refuses in the words of CloudFormation', () => {
    const store = { Type: 'AWS::SSM::Parameter::Value<String>' }
    const texts = [
      () => settle({ A: { Type: 'String' }, B: { Type: 'String' } }),
      () => settle({ A: { Type: 'String', Default: '' } }, [value('X', '1'), value('Y', '1')]),
      () => settle({}, [value('X', '1')]),
      () => settle({ A: store }),
      () => settle({ A: { Type: 'String', AllowedPattern: '[a-z]+' } }, [value('A', 'B1')]),
      () =>
        settle({ A: { Type: 'String', AllowedPattern: '[a-z]+', ConstraintDescription: 'small letters' } }, [
          value('A', 'B1'),
        ]),
      () => settle({ A: { Type: 'String', AllowedValues: ['a', 'b'] } }, [value('A', 'c')]),
      () => settle({ A: { Type: 'String', MinLength: 3 } }, [value('A', 'c')]),
      () => settle({ A: { Type: 'String', MaxLength: '3' } }, [value('A', 'cccc')]),
      () => settle({ A: { Type: 'Number', MinValue: 3 } }, [value('A', '2')]),
      () => settle({ A: { Type: 'Number', MaxValue: 3 } }, [value('A', '4')]),
      () => settle({ A: { Type: 'List<Number>', MaxValue: 3 } }, [value('A', '1,4')]),
      () => settle({ A: { Type: 'String' } }, [kept('A')]),
      () => settle({ A: { Type: 'String' } }, [{ ...kept('A'), ...value('A', 'x') }]),
      () => settle({ A: store, B: store }, [value('A', 'none'), value('B', 'image:3')]),
      () => settle({ A: store }, [value('A', 'secret')]),
      () =>
        settle({ A: store, B: { Type: 'AWS::SSM::Parameter::Value<List<String>>' } }, [
          value('A', 'list'),
          value('B', 'image'),
        ]),
      () => settle({ A: { ...store, AllowedPattern: 'ami-.*' } }, [value('A', 'image')]),
    ].map(messageOf)
    expect(texts).to.deep.equal([
      'Parameters: [A, B] must have values',
      'Parameters: [X, Y] do not exist in the template',
      'Parameter values specified for a template which does not require them.',
      'Parameter A should either have input value or default value',
      "Parameter 'A' must match pattern [a-z]+",
      "Parameter 'A' failed to satisfy constraint: small letters",
      "Parameter 'A' must be one of AllowedValues",
      "Parameter 'A' must contain at least 3 characters",
      "Parameter 'A' must contain at most 3 characters",
      "Parameter 'A' must be a number not less than 3",
      "Parameter 'A' must be a number not greater than 3",
      "Parameter 'A' must be a number not greater than 3",
      'Invalid input for parameter key A. Cannot specify usePreviousValue as true for a parameter key not in the previous template',
      'Invalid input for parameter key A. Cannot specify usePreviousValue as true and non empty value for a parameter',
      'Unable to fetch parameters [none,image:3] from parameter store for this account.',
      'Parameters [secret] referenced by template have types not supported by CloudFormation.',
      'Types for SSM parameters [list,image] defined in CFN template and SSM are incompatible',
      "Parameter 'A' must match pattern ami-.*",
    ])
  })
})
