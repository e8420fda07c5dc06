import { expect } from 'chai'
import { placeStack } from '../../../src/sandbox/rehearse/place-stack.ts'
import { newWorld } from '../../../src/sandbox/store/new-world.ts'
import { placeOf } from '../../../src/sandbox/wire/caller.ts'

describe('signalsNeeded()', () => {
  it('reads counts that come from parameters', () => {
    const world = newWorld('signals', 0)
    const body = JSON.stringify({
      Parameters: { Size: { Type: 'Number', Default: 3 } },
      Resources: {
        Hosts: {
          Type: 'AWS::AutoScaling::AutoScalingGroup',
          Properties: { MinSize: { Ref: 'Size' }, MaxSize: '9', AvailabilityZones: ['eu-west-1a'] },
          CreationPolicy: { ResourceSignal: { Count: { Ref: 'Size' }, Timeout: 'PT5M' } },
        },
      },
    })
    const placed = placeStack(
      world,
      { name: 'web', body, parameters: {} },
      { place: placeOf('123456789012', 'eu-west-1'), exports: {} },
    )
    const events = placed.kind === 'placed' ? placed.stack.events : []
    const received = events.filter(({ reason = '' }) => reason.startsWith('Received SUCCESS signal'))
    expect([placed.kind, received.length]).to.deep.equal(['placed', 3])
  })
})
