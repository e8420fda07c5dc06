import { isPattern } from '../../allowed-pattern.ts'
import type { Check } from '../../check.ts'
import { isObject, kindOf, textOf, type JsonObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'

const text: Shape = { kinds: ['string'] }
const whole: Shape = { kinds: ['integer'] }
const number: Shape = { kinds: ['number'] }

const ofAll = {
  Type: text,
  Default: { kinds: ['string'], length: 4096 },
  AllowedValues: { kinds: ['list'], items: { kinds: ['string'], length: 4096 } },
  ConstraintDescription: text,
  Description: { kinds: ['string'], length: 4000 },
  NoEcho: { kinds: ['boolean'] },
} as const
const ofNumbers = { ...ofAll, MinValue: number, MaxValue: number }
const ofTexts = {
  ...ofAll,
  AllowedPattern: text,
  MinLength: whole,
  MaxLength: { kinds: ['integer'], to: 4096 },
} as const

/** Types whose values CloudFormation looks up or checks. */
const looked = [
  'AWS::EC2::AvailabilityZone::Name',
  'AWS::EC2::Image::Id',
  'AWS::EC2::Instance::Id',
  'AWS::EC2::KeyPair::KeyName',
  'AWS::EC2::SecurityGroup::GroupName',
  'AWS::EC2::SecurityGroup::Id',
  'AWS::EC2::Subnet::Id',
  'AWS::EC2::VPC::Id',
  'AWS::EC2::Volume::Id',
  'AWS::Route53::HostedZone::Id',
]
const listed = [...looked.filter((type) => !type.includes('KeyPair')), 'Number', 'String'].map(
  (type) => `List<${type}>`,
)
const plain = [...looked, ...listed, 'AWS::SSM::Parameter::Name', 'CommaDelimitedList', 'Number', 'String']
const types = new Set([...plain, ...plain.map((type) => `AWS::SSM::Parameter::Value<${type}>`)])

const page =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html'

export const parameters: Check = {
  rules: [
    {
      code: 'E2001',
      level: 'error',
      title: 'Each parameter has a type, and fields that its type allows',
      help: 'CloudFormation refuses a parameter without a type, with a field that it does not know, and with values that are no literals. MinValue and MaxValue are for numbers, lengths and patterns for text.',
      source: page,
    },
    {
      code: 'E2002',
      level: 'error',
      title: 'The types of parameters exist',
      help: 'CloudFormation refuses a parameter of another type than String, Number, CommaDelimitedList, List<…>, and those of AWS resources and Systems Manager.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
    },
    {
      code: 'W2002',
      level: 'warning',
      title: 'The types of parameters are documented',
      help: 'CloudFormation takes any type inside List<…> and AWS::SSM::Parameter::Value<…>, and checks the values of documented ones only.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html',
    },
    {
      code: 'E2003',
      level: 'error',
      title: 'The names of parameters are alphanumeric',
      help: 'CloudFormation refuses other names. Use letters and digits.',
      source: page,
    },
    {
      code: 'E2011',
      level: 'error',
      title: 'The texts of a parameter are not longer than CloudFormation allows',
      help: 'A value has at most 4,096 characters, a description 4,000.',
      source: page,
    },
    {
      code: 'I2003',
      level: 'info',
      title: 'The allowed pattern of a parameter is a regular expression',
      help: 'CloudFormation refuses every value when the pattern is none. The dialect is that of Java; patterns that only Java knows are named here too.',
      source: page,
    },
  ],
  run(template, report) {
    for (const [id, parameter] of Object.entries(template.parameters)) {
      const path = ['Parameters', id]
      if (id.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]+$/.test(id))
        report({ code: 'E2003', path, message: `The parameter name "${id}" is not alphanumeric` })
      if (!isObject(parameter)) {
        report({ path, message: `The parameter is ${kindOf(parameter)}, expected an object` })
        continue
      }
      const type = parameter['Type']
      judgeAs({ other: 'E2001', length: 'E2011' }, parameter, shapeOf(type), path, { template, report })
      if (typeof type === 'string' && !types.has(type)) {
        const loose = type.startsWith('AWS::SSM::Parameter::Value<') || type.startsWith('List<')
        report({
          code: loose ? 'W2002' : 'E2002',
          path: [...path, 'Type'],
          message: loose ? `"${type}" is not documented` : `"${textOf(type)}" is no type of a parameter`,
          hint: suggestion(type, plain),
        })
      }
      judgePattern(parameter, path, report)
    }
  },
}

function shapeOf(type: unknown): Shape {
  return { kinds: ['object'], required: ['Type'], fields: type === 'Number' ? ofNumbers : ofTexts }
}

function judgePattern(
  { AllowedPattern: pattern }: JsonObject,
  path: readonly string[],
  report: Parameters<Check['run']>[1],
): void {
  if (typeof pattern !== 'string' || isPattern(pattern)) return
  const message = `"${pattern.slice(0, 80)}" may be no regular expression`
  report({ code: 'I2003', path: [...path, 'AllowedPattern'], message })
}
