import { assert } from 'chai'
import type { Fault, JsonObject } from '../../../src/sandbox/world.ts'
import { eventsOf, scene, statusesOf, template, type Scene } from './scene.ts'

const child = (Name: string): JsonObject => ({
  Parameters: { Name: { Type: 'String' } },
  Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Name' } } } },
  Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Queue', 'Arn'] } }, Name: { Value: Name } },
})
const parent = (Name: string, more: JsonObject = {}): JsonObject => ({
  Child: {
    Type: 'AWS::CloudFormation::Stack',
    Properties: { TemplateURL: 'https://templates.s3.amazonaws.com/child.json', Parameters: { Name } },
  },
  Topic: {
    Type: 'AWS::SNS::Topic',
    Properties: { Tags: [{ Key: 'arn', Value: { 'Fn::GetAtt': ['Child', 'Outputs.Arn'] } }] },
  },
  ...more,
})

function withChild(...faults: Fault[]): Scene {
  const here = scene(...faults)
  const objects = { 'child.json': JSON.stringify(child('child')) }
  here.world.store.buckets['templates'] = { account: '123456789012', region: 'eu-west-1', objects }
  return here
}

function childOf({ world, stack }: Scene) {
  return world.stacks[stack().resources['Child']!.physicalId!]!
}

describe('a nested stack', () => {
  it('is made with its parent, gives it its outputs, and knows its parent', () => {
    const here = withChild()
    here.play('CreateStack', template(parent('a')))
    const { name, parentId, rootId, outputs } = childOf(here)
    assert.match(name, /^web-Child-[0-9A-Z]{12}$/)
    assert.deepEqual([parentId, rootId], [here.stack().id, here.stack().id])
    assert.deepEqual(here.stack().resources['Topic']!.properties, {
      Tags: [{ Key: 'arn', Value: outputs[0]!.value }],
    })
  })

  it('needs its own capabilities of its parent', () => {
    const reasonWith = (...Capabilities: string[]): string | undefined => {
      const here = withChild()
      const { Resources, ...others } = child('child')
      const Role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } }
      const body = { ...others, Resources: { ...(Resources as object), Role } }
      here.world.store.buckets['templates']!.objects['child.json'] = JSON.stringify(body)
      here.play('CreateStack', { ...template(parent('a')), Capabilities })
      return here.stack().events.find(({ status }) => status === 'CREATE_FAILED')?.reason
    }
    assert.equal(reasonWith(), 'Requires capabilities : [CAPABILITY_IAM]')
    assert.equal(reasonWith('CAPABILITY_IAM'), undefined)
  })

  it('waits with its clean-up for its parent', () => {
    const here = withChild()
    here.play('CreateStack', template(parent('a')))
    here.play('UpdateStack', template(parent('b')))
    const at = (id: string, status: string): number => {
      const stack = Object.values(here.world.stacks).find(({ name }) => name === id)!
      return stack.events.findLast((event) => event.physicalId === stack.id && event.status === status)!.at
    }
    const cleaned = at(childOf(here).name, 'UPDATE_COMPLETE')
    assert.isAtLeast(cleaned, at('web', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'))
    assert.isAtMost(cleaned, at('web', 'UPDATE_COMPLETE'))
    assert.deepEqual(statusesOf(childOf(here)).slice(2), [
      'UPDATE_IN_PROGRESS',
      'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'UPDATE_COMPLETE',
    ])
  })

  it('goes back with its parent, though it had succeeded', () => {
    const here = withChild({ kind: 'fail', logicalId: 'Late', reason: 'No' })
    here.play('CreateStack', template(parent('a')))
    const before = structuredClone(childOf(here).resources['Queue']!.physicalId)
    here.play('UpdateStack', template(parent('b', { Late: { Type: 'AWS::SNS::Topic', DependsOn: 'Topic' } })))
    assert.deepEqual(statusesOf(childOf(here)).slice(2), [
      'UPDATE_IN_PROGRESS',
      'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'UPDATE_ROLLBACK_IN_PROGRESS',
      'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'UPDATE_ROLLBACK_COMPLETE',
    ])
    assert.equal(childOf(here).resources['Queue']!.physicalId, before)
    assert.equal(here.stack().status, 'UPDATE_ROLLBACK_COMPLETE')
  })

  it('tells its parent why it failed', () => {
    const here = withChild({ kind: 'fail', logicalId: 'Queue', on: 'create', reason: 'No' })
    here.play('CreateStack', template(parent('a')))
    const id = Object.keys(here.world.stacks).find((id) => id.includes('stack/web-Child'))!
    assert.deepEqual(eventsOf(here.stack()), [
      'web CREATE_IN_PROGRESS: User Initiated',
      'Child CREATE_IN_PROGRESS',
      'Child CREATE_IN_PROGRESS: Resource creation Initiated',
      `Child CREATE_FAILED: Embedded stack ${id} was not successfully created: The following resource(s) failed to create: [Queue]. `,
      'web ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [Child]. Rollback requested by user.',
      'Child DELETE_IN_PROGRESS',
      'Child DELETE_COMPLETE',
      'web ROLLBACK_COMPLETE',
    ])
  })

  it('tells its parent why it was not updated', () => {
    const here = withChild()
    here.play('CreateStack', template(parent('a')))
    const before = here.stack().events.length
    here.world.faults.push({ kind: 'fail', logicalId: 'Queue', on: 'update', reason: 'No' })
    here.play('UpdateStack', template(parent('b')))
    assert.deepEqual(eventsOf(here.stack(), before).slice(0, 4), [
      'web UPDATE_IN_PROGRESS: User Initiated',
      'Child UPDATE_IN_PROGRESS',
      `Child UPDATE_FAILED: Embedded stack ${childOf(here).id} was not successfully updated. Currently in UPDATE_ROLLBACK_IN_PROGRESS with reason: The following resource(s) failed to update: [Queue]. `,
      'web UPDATE_ROLLBACK_IN_PROGRESS: The following resource(s) failed to update: [Child]. ',
    ])
    assert.equal(here.stack().status, 'UPDATE_ROLLBACK_COMPLETE')
  })

  it('is broken off when its parent fails', () => {
    const here = withChild({ kind: 'fail', logicalId: 'Other', reason: 'No' })
    here.play('CreateStack', template(parent('a', { Other: { Type: 'AWS::SNS::Topic' } })))
    const [web, nested] = Object.values(here.world.stacks)
    assert.equal(web!.status, 'ROLLBACK_COMPLETE')
    assert.deepEqual(statusesOf(nested!), [
      'CREATE_IN_PROGRESS',
      'ROLLBACK_IN_PROGRESS',
      'ROLLBACK_COMPLETE',
      'DELETE_IN_PROGRESS',
      'DELETE_COMPLETE',
    ])
    assert.isEmpty(here.world.live)
  })

  it('goes with its parent', () => {
    const here = withChild()
    here.play('CreateStack', template(parent('a')))
    here.play('DeleteStack', { StackName: 'web' })
    assert.deepEqual(
      Object.values(here.world.stacks).map(({ status }) => status),
      ['DELETE_COMPLETE', 'DELETE_COMPLETE'],
    )
    assert.isEmpty(here.world.live)
  })

  it('that cannot go back is told what to skip by its parent', () => {
    const here = withChild()
    here.play('CreateStack', template(parent('a')))
    here.world.faults.push(
      { kind: 'fail', logicalId: 'Queue', on: 'update', times: 1 },
      { kind: 'fail', logicalId: 'Queue', on: 'rollback' },
    )
    here.play('UpdateStack', template(parent('b')))
    assert.deepEqual(
      [here.stack().status, childOf(here).status],
      ['UPDATE_ROLLBACK_FAILED', 'UPDATE_ROLLBACK_FAILED'],
    )
    here.play('ContinueUpdateRollback', {
      StackName: 'web',
      ResourcesToSkip: [`${childOf(here).name}.Queue`],
    })
    assert.deepEqual(
      [here.stack().status, childOf(here).status],
      ['UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE'],
    )
  })
})
