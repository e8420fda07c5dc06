import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { evaluate, one, outputsOf, parametersOf, topic } from '../templates.ts'

const page = guide('parameters-section-structure')
const types = guide('cloudformation-supplied-parameter-types')
const echo = { Value: { Ref: 'Size' } }
const sized = (parameter: object, value: unknown = { Ref: 'Size' }): object => ({
  Parameters: { Size: { Type: 'String', ...parameter } },
  Resources: { News: topic() },
  Outputs: { Size: { Value: value } },
})
/** A declaration of a parameter and a value that it refuses. */
const judges = (name: string, parameter: object, value: string, message: RegExp): Case => ({
  name,
  source: page,
  run: ({ start }) =>
    refused(
      start(sized(parameter), { Parameters: parametersOf({ Size: value }) }),
      'ValidationError',
      message,
    ),
})
const sizeOf = async (
  { create }: Stage,
  parameter: object,
  given?: string,
  value?: unknown,
): Promise<string | undefined> =>
  outputsOf(
    await create(
      sized(parameter, value),
      given === undefined ? {} : { Parameters: parametersOf({ Size: given }) },
    ),
  )['Size']

export const parameters: readonly Case[] = [
  {
    name: 'takes the default of a parameter that is not given',
    source: page,
    run: async (stage) => expect(await sizeOf(stage, { Default: 'small' })).to.equal('small'),
  },
  {
    name: 'takes the given value over the default, empty text too',
    source: page,
    run: async (stage) => {
      expect(await sizeOf(stage, { Default: 'small' }, 'large')).to.equal('large')
      expect(
        await sizeOf(stage, { Default: 'small' }, '', { 'Fn::Join': ['', ['<', { Ref: 'Size' }, '>']] }),
      ).to.equal('<>')
    },
  },
  {
    name: 'names all parameters without a value',
    source: known('the message of CreateStack'),
    run: ({ start }) => {
      const Parameters = { Left: { Type: 'String' }, Right: { Type: 'String' } }
      return refused(
        start({ Parameters, ...one }),
        'ValidationError',
        /Parameters: \[(Left, Right|Right, Left)\] must have values/,
      )
    },
  },
  {
    name: 'refuses parameters that the template does not have',
    source: known('the message of CreateStack'),
    run: ({ start }) =>
      refused(
        start(
          { Parameters: { Size: { Type: 'String', Default: 'small' } }, ...one },
          { Parameters: parametersOf({ Nope: '1' }) },
        ),
        'ValidationError',
        /Parameters: \[Nope\] do not exist in the template/,
      ),
  },
  judges(
    'makes sure of AllowedValues',
    { AllowedValues: ['small', 'large'] },
    'huge',
    /Size.* must be one of AllowedValues/,
  ),
  judges(
    'makes sure of AllowedPattern',
    { AllowedPattern: '[a-z]+' },
    'No1',
    /Size.*must match pattern \[a-z\]\+/,
  ),
  judges(
    'explains a refused value by its ConstraintDescription',
    { AllowedPattern: '[a-z]+', ConstraintDescription: 'small letters only' },
    'No1',
    /Size.*small letters only/,
  ),
  judges('makes sure of MinLength', { MinLength: 3 }, 'ab', /Size.*at least 3 characters/),
  judges('makes sure of MaxLength', { MaxLength: 3 }, 'abcd', /Size.*at most 3 characters/),
  judges('makes sure that a number is one', { Type: 'Number' }, 'seven', /Size.* must be a number/),
  judges('makes sure of MinValue', { Type: 'Number', MinValue: 3 }, '2', /Size.*not less than 3/),
  judges('makes sure of MaxValue', { Type: 'Number', MaxValue: 3 }, '4', /Size.*not greater than 3/),
  {
    name: 'matches AllowedPattern against the whole value',
    source: page,
    run: async (stage) => {
      const { start } = stage
      await refused(
        start(sized({ AllowedPattern: '[a-z]' }), { Parameters: parametersOf({ Size: 'ab' }) }),
        'ValidationError',
        /pattern/,
      )
      expect(await sizeOf(stage, { AllowedPattern: '[a-z]' }, 'a')).to.equal('a')
    },
  },
  {
    name: 'masks NoEcho parameters, and uses their value',
    source: page,
    run: async ({ create }) => {
      const stack = await create(sized({ NoEcho: true }), { Parameters: parametersOf({ Size: 'secret' }) })
      expect(stack.Parameters?.map(({ ParameterValue }) => ParameterValue)).to.deep.equal(['****'])
      expect(outputsOf(stack)).to.deep.equal({ Size: 'secret' })
    },
  },
  {
    name: 'splits a comma-delimited list and trims what is between the commas',
    source: page,
    run: async (stage) =>
      expect(
        await sizeOf(stage, { Type: 'CommaDelimitedList' }, 'a, b ,c', {
          'Fn::Join': ['|', { Ref: 'Size' }],
        }),
      ).to.equal('a|b|c'),
  },
  {
    name: 'selects from a list of numbers',
    source: page,
    run: async (stage) =>
      expect(
        await sizeOf(stage, { Type: 'List<Number>' }, '80,443', { 'Fn::Select': [1, { Ref: 'Size' }] }),
      ).to.equal('443'),
  },
  {
    name: 'refuses a list of numbers that holds text',
    source: page,
    run: ({ start }) =>
      refused(
        start(sized({ Type: 'List<Number>' }, 'x'), { Parameters: parametersOf({ Size: '80,http' }) }),
        'ValidationError',
        /Size|number/,
      ),
  },
  {
    name: 'yields what the parameter store holds, and shows name and value',
    source: types,
    run: async ({ beside, create, name }) => {
      const key = `/${name()}`
      await beside.putParameter(key, 'String', 'large')
      const stack = await create(sized({ Type: 'AWS::SSM::Parameter::Value<String>' }), {
        Parameters: parametersOf({ Size: key }),
      })
      expect(outputsOf(stack)).to.deep.equal({ Size: 'large' })
      expect(stack.Parameters).to.deep.equal([
        { ParameterKey: 'Size', ParameterValue: key, ResolvedValue: 'large' },
      ])
    },
  },
  {
    name: 'yields a list from the parameter store',
    source: types,
    run: async (stage) => {
      const key = `/${stage.name()}`
      await stage.beside.putParameter(key, 'StringList', 'a,b')
      const Type = 'AWS::SSM::Parameter::Value<List<String>>'
      expect(await sizeOf(stage, { Type }, key, { 'Fn::Join': ['|', { Ref: 'Size' }] })).to.equal('a|b')
    },
  },
  {
    name: 'refuses a name that the parameter store does not have',
    source: known('the message of CreateStack'),
    run: ({ name, start }) => {
      const key = `/${name()}`
      const Parameters = parametersOf({ Size: key })
      return refused(
        start(sized({ Type: 'AWS::SSM::Parameter::Value<String>' }), { Parameters }),
        'ValidationError',
        new RegExp(`fetch parameters \\[${key}\\]`),
      )
    },
  },
  {
    name: 'reads the parameter store anew at an update',
    source: types,
    run: async ({ beside, create, name, update }) => {
      const key = `/${name()}`
      const Parameters = parametersOf({ Size: key })
      const template = {
        Parameters: { Size: { Type: 'AWS::SSM::Parameter::Value<String>' } },
        Resources: { News: topic({ DisplayName: { Ref: 'Size' } }) },
        Outputs: { Size: echo },
      }
      await beside.putParameter(key, 'String', 'small')
      const stack = await create(template, { Parameters })
      await beside.putParameter(key, 'String', 'large')
      expect(
        outputsOf(
          await update(stack, undefined, { Parameters: [{ ParameterKey: 'Size', UsePreviousValue: true }] }),
        ),
      ).to.deep.equal({ Size: 'large' })
    },
  },
  {
    name: 'keeps a value with UsePreviousValue, one that is masked too',
    source: api('Parameter'),
    run: async ({ create, update }) => {
      const template = { ...sized({ NoEcho: true }), Resources: { News: topic({ DisplayName: 'a' }) } }
      const stack = await create(template, { Parameters: parametersOf({ Size: 'secret' }) })
      const changed = { ...template, Resources: { News: topic({ DisplayName: 'b' }) } }
      expect(
        outputsOf(
          await update(stack, changed, { Parameters: [{ ParameterKey: 'Size', UsePreviousValue: true }] }),
        ),
      ).to.deep.equal({ Size: 'secret' })
    },
  },
  {
    name: 'goes back to the default at an update that does not give the value',
    source: known('UpdateStack without the parameter'),
    run: async ({ create, update }) => {
      const template = {
        ...sized({ Default: 'small' }),
        Resources: { News: topic({ DisplayName: { Ref: 'Size' } }) },
      }
      const stack = await create(template, { Parameters: parametersOf({ Size: 'large' }) })
      expect(outputsOf(await update(stack, template))).to.deep.equal({ Size: 'small' })
    },
  },
  {
    name: 'wants a value again at an update when there is no default',
    source: known('UpdateStack without the parameter'),
    run: async ({ create, update }) => {
      const stack = await create(sized({}), { Parameters: parametersOf({ Size: 'large' }) })
      await refused(
        update(stack, { ...sized({}), Description: 'new' }),
        'ValidationError',
        /Parameters: \[Size\] must have values/,
      )
    },
  },
  {
    name: 'shows parameters with their values',
    source: api('Stack'),
    run: async ({ create }) => {
      const stack = await create(sized({ Default: 'small' }))
      expect(stack.Parameters).to.deep.equal([{ ParameterKey: 'Size', ParameterValue: 'small' }])
    },
  },
  {
    name: 'makes sure of rules, and explains a failed one by its description',
    source: guide('rules-section-structure'),
    run: async ({ create, start }) => {
      const Rules = {
        Production: {
          RuleCondition: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] },
          Assertions: [
            {
              Assert: { 'Fn::Contains': [['a', 'b'], { Ref: 'Size' }] },
              AssertDescription: 'large is too much',
            },
          ],
        },
      }
      const template = { ...sized({}), Rules }
      expect(await create(template, { Parameters: parametersOf({ Size: 'small' }) })).to.include({
        StackStatus: 'CREATE_COMPLETE',
      })
      await refused(
        start(template, { Parameters: parametersOf({ Size: 'large' }) }),
        'ValidationError',
        /large is too much/,
      )
    },
  },
  {
    name: 'refuses more than 200 parameters',
    source: guide('cloudformation-limits'),
    run: ({ start }) => {
      const Parameters = Object.fromEntries(
        Array.from({ length: 201 }, (_, at) => [`P${at}`, { Type: 'String', Default: 'x' }]),
      )
      return refused(start({ Parameters, ...one }), 'ValidationError', /201|200/)
    },
  },
  {
    name: 'takes an AWS-specific type as text',
    source: types,
    run: async (stage) => {
      const template = { Parameters: { Zone: { Type: 'AWS::EC2::AvailabilityZone::Name' } } }
      expect(
        await evaluate(stage, { Zone: { Ref: 'Zone' } }, template, {
          Parameters: parametersOf({ Zone: 'eu-central-1a' }),
        }),
      ).to.deep.equal({ Zone: 'eu-central-1a' })
    },
  },
]
