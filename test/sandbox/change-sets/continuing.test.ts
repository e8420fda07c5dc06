import { expect } from 'chai'
import { array, assert, boolean, constantFrom, oneof, property, record, type Arbitrary } from 'fast-check'
import { advance, settle } from '../../../src/sandbox/engine/advance.ts'
import { parts } from '../../../src/sandbox/parts.ts'
import { ServiceError } from '../../../src/sandbox/service-error.ts'
import type { JsonObject, World } from '../../../src/sandbox/world.ts'
import { contextWith } from '../read-operations/worlds.ts'
import { parameter, topic } from './desk.ts'

/** A call, or some time that passes. */
type Step = { readonly action: string; readonly input: JsonObject } | { readonly wait: number }

const stackName = constantFrom('one', 'one', 'two')
const setName = constantFrom('a', 'a', 'b')
const template = record({
  name: constantFrom('x', 'y'),
  value: constantFrom('1', '2'),
  kept: boolean(),
  third: boolean(),
}).map(({ name, value, kept, third }) =>
  JSON.stringify({
    Resources: {
      Topic: topic({ TopicName: name }, kept ? { DeletionPolicy: 'Retain' } : {}),
      Note: parameter({ 'Fn::Sub': `\${Topic.TopicName} ${value}` }),
      ...(third ? { Third: parameter({ 'Fn::GetAtt': ['Note', 'Value'] }) } : {}),
    },
  }),
)

const step: Arbitrary<Step> = oneof(
  record({
    StackName: stackName,
    ChangeSetName: setName,
    TemplateBody: template,
    ChangeSetType: constantFrom('CREATE', 'UPDATE'),
  }).map((input) => ({ action: 'CreateChangeSet', input })),
  record({ StackName: stackName, ChangeSetName: setName }).chain((input) =>
    constantFrom(
      'ExecuteChangeSet',
      'ExecuteChangeSet',
      'DescribeChangeSet',
      'DeleteChangeSet',
      'DescribeEvents',
    ).map((action) => ({ action, input })),
  ),
  record({ StackName: stackName, TemplateBody: template }).chain((input) =>
    constantFrom('CreateStack', 'UpdateStack').map((action) => ({ action, input })),
  ),
  stackName.chain((StackName) =>
    constantFrom(
      'DescribeStacks',
      'DeleteStack',
      'ListChangeSets',
      'ListStackResources',
      'CancelUpdateStack',
    ).map((action) => ({ action, input: { StackName } })),
  ),
  constantFrom(600, 6_000, 30_000).map((wait) => ({ wait })),
)

/** Takes a step, and gives what was answered. */
function take(world: World, step: Step): unknown {
  if ('wait' in step) return advance(world, world.now + step.wait)
  const context = { ...contextWith([]), world }
  try {
    return parts.operations[step.action]!(step.input, context)
  } catch (error) {
    if (error instanceof ServiceError) return error.message
    throw error
  }
}

describe('sandbox world', () => {
  it('goes on as it would have when it is written down and read back after each call', () => {
    assert(
      property(array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        const { world } = contextWith([])
        let copy = JSON.parse(JSON.stringify(world)) as World
        for (const one of steps) {
          const answers = [take(world, one), take(copy, one)]
          expect(JSON.stringify(answers[1])).to.equal(JSON.stringify(answers[0]))
          copy = JSON.parse(JSON.stringify(copy)) as World
        }
        settle(world)
        settle(copy)
        expect(JSON.stringify(copy)).to.equal(JSON.stringify(world))
      }),
      { numRuns: 60 },
    )
  })

  it('has nothing going on once it is settled', () => {
    assert(
      property(array(step, { minLength: 10, maxLength: 40 }), (steps) => {
        const { world } = contextWith([])
        for (const one of steps) take(world, one)
        settle(world)
        const open = Object.values(world.stacks).filter(
          ({ status, operations }) =>
            (status.endsWith('_IN_PROGRESS') && status !== 'REVIEW_IN_PROGRESS') ||
            operations.some((operation) => operation.status === 'IN_PROGRESS'),
        )
        expect(open.map(({ name, status }) => [name, status])).to.deep.equal([])
      }),
      { numRuns: 60 },
    )
  })
})
