import { assert } from 'chai'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { eventsOf, scene, template, type Scene } from './scene.ts'

const queue: JsonObject = { Q: { Type: 'AWS::SQS::Queue' } }
const exporting = (Value: unknown): JsonObject =>
  template(queue, { Outputs: { Out: { Value, Export: { Name: 'out' } } } })
const importing: JsonObject = {
  T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::ImportValue': 'out' } } },
}

function used(): Scene {
  const here = scene()
  here.play('CreateStack', exporting('one'))
  here.play('CreateStack', { ...template(importing), StackName: 'user' })
  return here
}

describe('an export', () => {
  it('is what others import', () => {
    assert.deepEqual(used().stack('user').resources['T']!.properties, { DisplayName: 'one' })
  })

  it('in use keeps its stack from being deleted', () => {
    const { play, stack } = used()
    play('DeleteStack', { StackName: 'web' })
    assert.deepEqual(
      [stack().status, stack().statusReason],
      ['DELETE_FAILED', 'Delete canceled. Cannot delete export out as it is in use by user.'],
    )
    play('DeleteStack', { StackName: 'user' })
    play('DeleteStack', { StackName: 'web' })
    assert.equal(stack().status, 'DELETE_COMPLETE')
  })

  it('in use cannot go nor change', () => {
    const { play, stack } = used()
    play('UpdateStack', template(queue))
    assert.equal(stack().status, 'UPDATE_ROLLBACK_COMPLETE')
    play('UpdateStack', exporting('two'))
    assert.includeMembers(eventsOf(stack()), [
      'web UPDATE_ROLLBACK_IN_PROGRESS: Delete canceled. Cannot delete export out as it is in use by user.',
      'web UPDATE_ROLLBACK_IN_PROGRESS: Export out cannot be updated as it is in use by user',
    ])
    assert.deepEqual(stack().outputs, [{ key: 'Out', value: 'one', exportName: 'out' }])
  })

  it('has a name that no other has', () => {
    const { play, stack } = used()
    play('CreateStack', { ...exporting('other'), StackName: 'twin' })
    assert.include(
      eventsOf(stack('twin')),
      'twin ROLLBACK_IN_PROGRESS: Export with name out is already exported by stack web. Rollback requested by user.',
    )
  })

  it('is in use also by what is being made, or was made in part', () => {
    const { play, call, stack, world, wait } = scene()
    play('CreateStack', exporting('one'))
    world.faults.push({ kind: 'fail', logicalId: 'Late' }, { kind: 'slow', logicalId: 'Late', factor: 100 })
    const Late = { Type: 'AWS::SQS::Queue', DependsOn: 'T' }
    call('CreateStack', { ...template({ ...importing, Late }), StackName: 'user', DisableRollback: 'true' })
    wait(500)
    call('DeleteStack', { StackName: 'web' })
    wait(0)
    assert.equal(stack().status, 'DELETE_FAILED')
    wait(3_600_000)
    assert.equal(stack('user').status, 'CREATE_FAILED')
    call('DeleteStack', { StackName: 'web' })
    wait(0)
    assert.equal(stack().status, 'DELETE_FAILED')
  })

  it('that nobody has fails the stack', () => {
    const { play, stack } = scene()
    play('CreateStack', template(importing))
    assert.deepEqual(eventsOf(stack()), [
      'web CREATE_IN_PROGRESS: User Initiated',
      'web ROLLBACK_IN_PROGRESS: No export named out found. Rollback requested by user.',
      'web ROLLBACK_COMPLETE',
    ])
  })
})
