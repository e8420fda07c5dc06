import { assert } from 'chai'
import { putParameter } from '../../../src/sandbox/wire/parameter-store.ts'
import { messageOf } from '../template/message-of.ts'
import { scene, template } from './scene.ts'

const place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' } as const

const topic = (
  DisplayName: unknown,
): { Topic: { Type: string; Properties: { [name: string]: unknown } } } => ({
  Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName } },
})

describe('a resource with a dynamic reference', () => {
  it('is updated when the plain parameter has changed, though the template has not, and no change set sees it', () => {
    const { play, call, stack, world } = scene()
    const put = (value: string): unknown => putParameter(world, place, { name: '/a', type: 'String', value })
    const same = template(topic('{{resolve:ssm:/a}}'))
    put('one')
    play('CreateStack', same)
    assert.deepEqual(stack().resources['Topic']?.properties, { DisplayName: 'one' })
    assert.equal(
      messageOf(() => call('UpdateStack', same)),
      'No updates are to be performed.',
    )
    put('two')
    play('CreateChangeSet', { ...same, ChangeSetName: 'next' })
    assert.equal(call('DescribeChangeSet', { StackName: 'web', ChangeSetName: 'next' })['Status'], 'FAILED')
    play('UpdateStack', same)
    assert.equal(stack().status, 'UPDATE_COMPLETE')
    assert.deepEqual(stack().resources['Topic']?.properties, { DisplayName: 'two' })
  })

  it('is not updated when only its secret has changed, and holds none in the clear', () => {
    const { play, call, stack, world } = scene()
    const key = '123456789012/eu-west-1/s'
    world.store.secrets[key] = 'hush'
    const reference = '{{resolve:secretsmanager:s}}'
    const same = template(topic(reference), { Outputs: { O: { Value: reference } } })
    play('CreateStack', same)
    world.store.secrets[key] = 'other'
    assert.equal(
      messageOf(() => call('UpdateStack', same)),
      'No updates are to be performed.',
    )
    assert.deepEqual(stack().resources['Topic']?.properties, { DisplayName: reference })
    assert.deepEqual(stack().outputs, [{ key: 'O', value: reference }])
  })

  it('fails before anything is touched when its parameter is not there', () => {
    const { play, stack } = scene()
    play('CreateStack', template(topic('{{resolve:ssm:/none}}')))
    assert.equal(stack().status, 'ROLLBACK_COMPLETE')
    assert.deepEqual(stack().resources, {})
  })
})
