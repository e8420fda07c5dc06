import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, reference } from '../sources.ts'
import type { CreateOptions, Stage } from '../stage.ts'
import { one, outputsOf, parametersOf, topic } from '../templates.ts'

const page = reference('intrinsic-function-reference-foreach')
const Transform = 'AWS::LanguageExtensions'
const options: CreateOptions = { Capabilities: ['CAPABILITY_AUTO_EXPAND'] }
const topics = (list: unknown): object => ({
  'Fn::ForEach::Topics': ['Name', list, { 'News${Name}': topic({ DisplayName: { Ref: 'Name' } }) }],
})
const madeBy = async (
  { cfn, create }: Stage,
  template: object,
  more: CreateOptions = {},
): Promise<(string | undefined)[]> => {
  const { StackId } = await create(template, { ...options, ...more })
  const { StackResources = [] } = await cfn.describeStackResources({ StackName: StackId })
  return StackResources.map(({ LogicalResourceId }) => LogicalResourceId).sort()
}

export const loops: readonly Case[] = [
  {
    name: 'makes a resource for each item',
    source: page,
    run: async (stage) =>
      expect(await madeBy(stage, { Transform, Resources: topics(['A', 'B', 'C']) })).to.deep.equal([
        'NewsA',
        'NewsB',
        'NewsC',
      ]),
  },
  {
    name: 'goes through a parameter that is a list',
    source: page,
    run: async (stage) => {
      const Parameters = { Names: { Type: 'CommaDelimitedList' } }
      const given = { Parameters: parametersOf({ Names: 'A,B' }) }
      expect(
        await madeBy(stage, { Transform, Parameters, Resources: topics({ Ref: 'Names' }) }, given),
      ).to.deep.equal(['NewsA', 'NewsB'])
    },
  },
  {
    name: 'makes an output for each item, with attributes of the resource of that name',
    source: page,
    run: async ({ create }) => {
      const stack = await create(
        {
          Transform,
          Resources: topics(['A', 'B']),
          Outputs: {
            'Fn::ForEach::Names': [
              'Name',
              ['A', 'B'],
              { 'Out${Name}': { Value: { 'Fn::GetAtt': [{ 'Fn::Sub': 'News${Name}' }, 'TopicName'] } } },
            ],
          },
        },
        options,
      )
      expect(Object.keys(outputsOf(stack)).sort()).to.deep.equal(['OutA', 'OutB'])
      expect(outputsOf(stack)['OutB']).to.contain('NewsB')
    },
  },
  {
    name: 'makes loops within loops',
    source: page,
    run: async (stage) => {
      const inner = { 'Fn::ForEach::Inner': ['Y', ['1', '2'], { 'News${X}${Y}': topic() }] }
      expect(
        await madeBy(stage, { Transform, Resources: { 'Fn::ForEach::Outer': ['X', ['A', 'B'], inner] } }),
      ).to.deep.equal(['NewsA1', 'NewsA2', 'NewsB1', 'NewsB2'])
    },
  },
  {
    name: 'makes a property for each item',
    source: page,
    run: async ({ create, events }) => {
      const Properties = { 'Fn::ForEach::Props': ['Key', ['DisplayName'], { '${Key}': 'looped' }] }
      const { StackId } = await create(
        { Transform, Resources: { News: { Type: 'AWS::SNS::Topic', Properties } } },
        options,
      )
      const made = (await events(StackId)).find(({ LogicalResourceId }) => LogicalResourceId === 'News')
      expect(JSON.parse(made?.ResourceProperties ?? '{}')).to.deep.equal({ DisplayName: 'looped' })
    },
  },
  {
    name: 'keeps loops beside plain resources',
    source: page,
    run: async (stage) =>
      expect(
        await madeBy(stage, { Transform, Resources: { ...topics(['A']), ...one.Resources } }),
      ).to.deep.equal(['News', 'NewsA']),
  },
  {
    name: 'shows the template as written, and with its loops written out',
    source: api('GetTemplate'),
    run: async ({ cfn, create }) => {
      const template = { Transform, Resources: topics(['A', 'B']) }
      const { StackName } = await create(template, options)
      const read = async (TemplateStage: 'Original' | 'Processed') =>
        JSON.parse((await cfn.getTemplate({ StackName, TemplateStage })).TemplateBody ?? '{}') as {
          Resources: object
        }
      expect(await read('Original')).to.deep.equal(template)
      expect(Object.keys((await read('Processed')).Resources).sort()).to.deep.equal(['NewsA', 'NewsB'])
    },
  },
  {
    name: 'wants to be allowed to expand a template with a transform',
    source: api('CreateStack'),
    run: ({ start }) =>
      refused(
        start({ Transform, Resources: topics(['A']) }),
        'InsufficientCapabilitiesException',
        /CAPABILITY_AUTO_EXPAND/,
      ),
  },
  {
    name: 'adds and removes what a longer or shorter list says',
    source: page,
    run: async ({ cfn, create, update }) => {
      const stack = await create({ Transform, Resources: topics(['A', 'B']) }, options)
      await update(
        stack,
        { Transform, Resources: topics(['B', 'C']) },
        { Capabilities: ['CAPABILITY_AUTO_EXPAND'] },
      )
      const { StackResources = [] } = await cfn.describeStackResources({ StackName: stack.StackId })
      const there = StackResources.filter(({ ResourceStatus }) => ResourceStatus !== 'DELETE_COMPLETE')
      expect(there.map(({ LogicalResourceId }) => LogicalResourceId).sort()).to.deep.equal(['NewsB', 'NewsC'])
    },
  },
  {
    name: 'refuses a loop without the transform',
    source: page,
    run: ({ start }) => refused(start({ Resources: topics(['A']) }), 'ValidationError'),
  },
]
