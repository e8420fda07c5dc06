import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, known, reference } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { gate, one, topic } from '../templates.ts'

const page = reference('aws-attribute-creationpolicy')
const send = ({ cfn }: Stage, StackName: string, Status: 'SUCCESS' | 'FAILURE', UniqueId: string) =>
  cfn.signalResource({ StackName, LogicalResourceId: 'Wait', UniqueId, Status })
/** A stack that waits for signals. */
const waiting = async (stage: Stage, count = 1): Promise<string> => {
  const id = await stage.start({
    Resources: {
      News: topic(),
      Wait: gate({ CreationPolicy: { ResourceSignal: { Count: count, Timeout: 'PT1H' } } }),
    },
  })
  for (;;) {
    if ((await stage.events(id)).some(({ LogicalResourceId }) => LogicalResourceId === 'Wait')) return id
    expect((await stage.cfn.describeStacks({ StackName: id })).Stacks?.[0]?.StackStatus).to.equal(
      'CREATE_IN_PROGRESS',
    )
    await new Promise((done) => setTimeout(done, 20))
  }
}

export const signals: readonly Case[] = [
  {
    name: 'waits for the signal of a creation policy',
    source: page,
    run: async (stage) => {
      const id = await waiting(stage)
      await stage.reaches(id, 'CREATE_IN_PROGRESS')
      await send(stage, id, 'SUCCESS', 'a')
      expect(await stage.settled(id)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
  {
    name: 'fails the resource at a signal of failure',
    source: api('SignalResource'),
    run: async (stage) => {
      const id = await waiting(stage)
      await send(stage, id, 'FAILURE', 'a')
      expect(await stage.settled(id)).to.include({ StackStatus: 'ROLLBACK_COMPLETE' })
    },
  },
  {
    name: 'waits for as many signals as the policy counts',
    source: page,
    run: async (stage) => {
      const id = await waiting(stage, 2)
      await send(stage, id, 'SUCCESS', 'a')
      await stage.reaches(id, 'CREATE_IN_PROGRESS')
      await send(stage, id, 'SUCCESS', 'b')
      expect(await stage.settled(id)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
  {
    name: 'counts signals with one unique id once',
    source: api('SignalResource'),
    run: async (stage) => {
      const id = await waiting(stage, 2)
      await send(stage, id, 'SUCCESS', 'a')
      await send(stage, id, 'SUCCESS', 'a').catch(() => undefined)
      await new Promise((done) => setTimeout(done, 100))
      await stage.reaches(id, 'CREATE_IN_PROGRESS')
    },
  },
  {
    name: 'reports each signal in the events',
    source: known('the reason in the events'),
    run: async (stage) => {
      const id = await waiting(stage)
      await send(stage, id, 'SUCCESS', 'the-sender')
      await stage.settled(id)
      expect(
        (await stage.events(id)).map(({ ResourceStatusReason = '' }) => ResourceStatusReason).join(),
      ).to.match(/Received SUCCESS signal with UniqueId the-sender/)
    },
  },
  {
    name: 'refuses a signal to a stack that is done',
    source: known('the message of SignalResource'),
    run: async (stage) => {
      const { StackId = '' } = await stage.create(one)
      await refused(
        stage.cfn.signalResource({
          StackName: StackId,
          LogicalResourceId: 'News',
          UniqueId: 'a',
          Status: 'SUCCESS',
        }),
        'ValidationError',
        /CREATE_COMPLETE|signal/,
      )
    },
  },
  {
    name: 'makes dependents after the signal only',
    source: page,
    run: async (stage) => {
      const id = await stage.start({ Resources: { Wait: gate(), News: topic({}, { DependsOn: 'Wait' }) } })
      await new Promise((done) => setTimeout(done, 150))
      expect((await stage.events(id)).some(({ LogicalResourceId }) => LogicalResourceId === 'News')).to.equal(
        false,
      )
      await send(stage, id, 'SUCCESS', 'a')
      expect(await stage.settled(id)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
]
