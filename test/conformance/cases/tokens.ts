import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api } from '../sources.ts'
import { gate, one, queue, topic } from '../templates.ts'

export const tokens: readonly Case[] = [
  {
    name: 'takes a repeated creation with one token for the same',
    source: api('CreateStack'),
    run: async ({ name, settled, start }) => {
      const options = { StackName: name(), ClientRequestToken: name() }
      const first = await start(one, options)
      expect(await start(one, options)).to.equal(first)
      expect(await settled(first)).to.include({ StackStatus: 'CREATE_COMPLETE' })
    },
  },
  {
    name: 'refuses a second creation with another token',
    source: api('CreateStack'),
    run: async ({ name, start }) => {
      const StackName = name()
      await start(one, { StackName, ClientRequestToken: name() })
      await refused(
        start(one, { StackName, ClientRequestToken: name() }),
        'AlreadyExistsException',
        /already exists/,
      )
    },
  },
  {
    name: 'takes a repeated update with one token for the same',
    source: api('UpdateStack'),
    run: async ({ cfn, create, name }) => {
      const { StackId: StackName } = await create(one)
      const call = {
        StackName,
        TemplateBody: JSON.stringify({ Resources: { Wait: gate() } }),
        ClientRequestToken: name(),
      }
      await cfn.updateStack(call)
      expect(await cfn.updateStack(call)).to.include({ StackId: StackName })
    },
  },
  {
    name: 'takes a repeated execution of a change set with one token for the same',
    source: api('ExecuteChangeSet'),
    run: async ({ cfn, changeSet, create, name, settled }) => {
      const { StackName = '', StackId } = await create(one)
      const { ChangeSetId: ChangeSetName } = await changeSet(StackName, {
        Resources: { News: topic(), Jobs: queue() },
      })
      const call = { ChangeSetName, ClientRequestToken: name() }
      await cfn.executeChangeSet(call)
      await cfn.executeChangeSet(call)
      expect(await settled(StackId)).to.include({ StackStatus: 'UPDATE_COMPLETE' })
    },
  },
  {
    name: 'takes a repeated deletion for the same',
    source: api('DeleteStack'),
    run: async ({ cfn, create, name, settled }) => {
      const { StackId: StackName } = await create(one)
      const call = { StackName, ClientRequestToken: name() }
      await cfn.deleteStack(call)
      await cfn.deleteStack(call)
      expect(await settled(StackName)).to.include({ StackStatus: 'DELETE_COMPLETE' })
    },
  },
]
