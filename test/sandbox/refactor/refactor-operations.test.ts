import { assert } from 'chai'
import { parts } from '../../../src/sandbox/parts.ts'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { eventsOf, scene, template, type Scene } from '../engine/scene.ts'

const queue = { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 5 } }
const topic = (endpoint: unknown) => ({
  Type: 'AWS::SNS::Topic',
  Properties: { Subscription: [{ Protocol: 'sqs', Endpoint: endpoint }] },
})
const arn = { 'Fn::GetAtt': ['Queue', 'Arn'] }
const exported = { Outputs: { QueueArn: { Value: arn, Export: { Name: 'queue-arn' } } } }

/** The definition of a stack in a refactor. */
function definition(StackName: string, Resources: JsonObject, more: JsonObject = {}): JsonObject {
  return { StackName, TemplateBody: JSON.stringify({ Resources, ...more }) }
}

/** A stack `web` with a topic that sends to a queue. */
function start(): Scene {
  const here = scene()
  here.play('CreateStack', template({ Queue: queue, Topic: topic(arn) }))
  return here
}

/** The queue moves into a stack of its own, and the topic imports its ARN. */
const split = {
  EnableStackCreation: 'true',
  StackDefinitions: [
    definition('queues', { Queue: queue }, exported),
    definition('web', { Topic: topic({ 'Fn::ImportValue': 'queue-arn' }) }),
  ],
}

/** The refactor after its creation, and its id. */
function create(
  { play, call }: Scene,
  input: JsonObject,
): { readonly id: unknown; readonly state: JsonObject } {
  const { StackRefactorId: id } = play('CreateStackRefactor', input)
  const { StackRefactorId, StackIds, ...state } = call('DescribeStackRefactor', { StackRefactorId: id })
  return { id, state }
}

describe('a stack refactor', () => {
  it('says what it will do', () => {
    const here = start()
    const { id, state } = create(here, split)
    assert.deepEqual(state, { Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' })
    const [web, queues] = ['web', 'queues'].map((name) => here.stack(name).id)
    const { physicalId } = here.stack().resources['Queue']!
    assert.deepEqual(here.call('ListStackRefactorActions', { StackRefactorId: id }), {
      StackRefactorActions: [
        {
          Action: 'CREATE',
          Entity: 'STACK',
          PhysicalResourceId: queues,
          Description: `Stack ${queues} created.`,
        },
        {
          Action: 'MOVE',
          Entity: 'RESOURCE',
          PhysicalResourceId: physicalId,
          Description: 'No configuration changes detected.',
          Detection: 'AUTO',
          TagResources: [
            { Key: 'aws:cloudformation:stack-name', Value: 'queues' },
            { Key: 'aws:cloudformation:logical-id', Value: 'Queue' },
            { Key: 'aws:cloudformation:stack-id', Value: queues },
          ],
          UntagResources: [
            'aws:cloudformation:stack-name',
            'aws:cloudformation:logical-id',
            'aws:cloudformation:stack-id',
          ],
          ResourceMapping: {
            Source: { StackName: web, LogicalResourceId: 'Queue' },
            Destination: { StackName: queues, LogicalResourceId: 'Queue' },
          },
        },
      ],
    })
  })

  it('moves a resource into a new stack, which goes on existing as it is', () => {
    const here = start()
    const { id } = create(here, split)
    const before = structuredClone(here.stack().resources['Queue']!)
    here.play('ExecuteStackRefactor', { StackRefactorId: id })
    assert.equal(
      here.call('DescribeStackRefactor', { StackRefactorId: id })['ExecutionStatus'],
      'EXECUTE_COMPLETE',
    )
    const [web, queues] = [here.stack(), here.stack('queues')]
    assert.deepEqual(
      [web, queues].map(({ status, resources }) => [status, Object.keys(resources)]),
      [
        ['UPDATE_COMPLETE', ['Topic']],
        ['CREATE_COMPLETE', ['Queue']],
      ],
    )
    assert.equal(queues.resources['Queue']!.physicalId, before.physicalId)
    assert.deepEqual(eventsOf(queues), [
      'queues CREATE_IN_PROGRESS: Stack Refactor Initiated',
      'Queue IMPORT_IN_PROGRESS: Resource import started.',
      'Queue IMPORT_COMPLETE: Resource import completed.',
      'queues CREATE_COMPLETE',
    ])
    assert.equal(Object.keys(here.world.live).length, 2)
  })

  it('leaves stacks that can be updated and deleted, and exports that are in use', () => {
    const here = start()
    here.play('ExecuteStackRefactor', { StackRefactorId: create(here, split).id })
    here.play('DeleteStack', { StackName: 'queues' })
    assert.notEqual(here.stack('queues').status, 'DELETE_COMPLETE')
    here.play('DeleteStack', { StackName: 'web' })
    here.play('DeleteStack', { StackName: 'queues' })
    assert.deepEqual(here.world.live, {})
  })

  it('gives a resource another logical id', () => {
    const here = start()
    const { physicalId } = here.stack().resources['Queue']!
    const other = { 'Fn::GetAtt': ['Inbox', 'Arn'] }
    const { id } = create(here, {
      StackDefinitions: [definition('web', { Inbox: queue, Topic: topic(other) })],
    })
    here.play('ExecuteStackRefactor', { StackRefactorId: id })
    assert.deepEqual(Object.keys(here.stack().resources), ['Inbox', 'Topic'])
    assert.equal(here.stack().resources['Inbox']!.physicalId, physicalId)
  })

  it('takes the given mapping where two resources are alike', () => {
    const here = scene()
    here.play('CreateStack', template({ A: queue, B: queue }))
    const ids = ['A', 'B'].map((name) => here.stack().resources[name]!.physicalId)
    const StackDefinitions = [definition('web', { X: queue, Y: queue })]
    assert.match(
      String(create(here, { StackDefinitions }).state['StatusReason']),
      /provide a resource mapping/,
    )
    const spot = (LogicalResourceId: string) => ({ StackName: 'web', LogicalResourceId })
    const ResourceMappings = [
      { Source: spot('A'), Destination: spot('Y') },
      { Source: spot('B'), Destination: spot('X') },
    ]
    here.play('ExecuteStackRefactor', {
      StackRefactorId: create(here, { StackDefinitions, ResourceMappings }).id,
    })
    assert.deepEqual(
      ['Y', 'X'].map((name) => here.stack().resources[name]!.physicalId),
      ids,
    )
  })

  it('refuses to make, remove, or add parameters for resources', () => {
    const here = start()
    const reason = (Resources: JsonObject, more?: JsonObject): unknown =>
      create(here, { StackDefinitions: [definition('web', Resources, more)] }).state['StatusReason']
    assert.deepEqual(
      [
        reason({ Queue: queue, Topic: topic(arn), New: { Type: 'AWS::S3::Bucket' } }),
        reason({ Queue: queue }),
        reason({ Queue: queue, Topic: topic(arn) }, { Parameters: { P: { Type: 'String', Default: 'a' } } }),
        create(here, { StackDefinitions: split.StackDefinitions }).state['StatusReason'],
      ],
      [
        'Resource New in stack web is new. Stack refactor does not support creating resources',
        'Resource Topic in stack web is removed. Stack refactor does not support deleting resources',
        'Parameters of stack web are changed. Stack refactor does not support adding or changing them',
        'Stack queues does not exist, and stack creation is not enabled',
      ],
    )
  })

  it('goes back when a resource would be another than it was', () => {
    const here = start()
    const before = structuredClone(here.stack().resources)
    const { id } = create(here, {
      StackDefinitions: [
        definition('web', {
          Inbox: { ...queue, Properties: { DelaySeconds: 6 } },
          Topic: topic({ 'Fn::GetAtt': ['Inbox', 'Arn'] }),
        }),
      ],
    })
    here.play('ExecuteStackRefactor', { StackRefactorId: id })
    const { ExecutionStatus, ExecutionStatusReason } = here.call('DescribeStackRefactor', {
      StackRefactorId: id,
    })
    assert.equal(ExecutionStatus, 'ROLLBACK_COMPLETE')
    assert.match(String(ExecutionStatusReason), /Inbox in stack web is changed at DelaySeconds/)
    assert.deepEqual([here.stack().status, here.stack().resources], ['UPDATE_ROLLBACK_COMPLETE', before])
  })

  it('is obsolete when a stack has changed since', () => {
    const here = start()
    const { id } = create(here, split)
    here.play(
      'UpdateStack',
      template({ Queue: { ...queue, Properties: { DelaySeconds: 9 } }, Topic: topic(arn) }),
    )
    assert.throws(() => here.call('ExecuteStackRefactor', { StackRefactorId: id }), 'OBSOLETE')
  })

  it('keeps exports that others read, and takes no name that others have', () => {
    const here = scene()
    here.play('CreateStack', template({ Queue: queue }, exported))
    here.play('CreateStack', {
      ...template({ Topic: topic({ 'Fn::ImportValue': 'queue-arn' }) }),
      StackName: 'reader',
    })
    const inbox = {
      Outputs: { QueueArn: { Value: { 'Fn::GetAtt': ['Inbox', 'Arn'] }, Export: { Name: 'queue-arn' } } },
    }
    const execute = (more: JsonObject): unknown => {
      const { id } = create(here, { StackDefinitions: [definition('web', { Inbox: queue }, more)] })
      here.play('ExecuteStackRefactor', { StackRefactorId: id })
      return here.call('DescribeStackRefactor', { StackRefactorId: id })['ExecutionStatusReason']
    }
    assert.equal(execute({}), 'Cannot delete export queue-arn as it is in use by reader.')
    assert.equal(execute(inbox), undefined)
    assert.deepEqual(Object.keys(here.stack().resources), ['Inbox'])
  })

  it('goes on in a world that was written and read in the midst of it', () => {
    const here = start()
    here.play('CreateStack', { ...template({ Queue: queue }), StackName: 'other' })
    const { id } = create(here, split)
    here.call('ExecuteStackRefactor', { StackRefactorId: id })
    here.call('DetectStackDrift', { StackName: 'other' })
    const read = JSON.parse(JSON.stringify(here.world)) as typeof here.world
    parts.settle(here.world)
    parts.settle(read)
    assert.equal(here.world.refactors[String(id)]!.executionStatus, 'EXECUTE_COMPLETE')
    assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(JSON.stringify(here.world)))
  })
})
