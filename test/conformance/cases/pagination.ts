import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api } from '../sources.ts'
import { topic } from '../templates.ts'

const many = { Resources: Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`News${at}`, topic()])) }
/** Everything of all pages. */
const all = async <T>(
  ask: (NextToken: string | undefined) => Promise<{ NextToken?: string | undefined; items: T[] | undefined }>,
) => {
  const found: T[] = []
  let pages = 0
  for (let token: string | undefined; pages === 0 || token !== undefined; pages++) {
    const page = await ask(token)
    found.push(...(page.items ?? []))
    token = page.NextToken
  }
  return { found, pages }
}

export const pagination: readonly Case[] = [
  {
    name: 'gives every event of a large stack once',
    source: api('DescribeStackEvents'),
    run: async ({ cfn, create }) => {
      const { StackId: StackName } = await create(many)
      const { found } = await all(async (NextToken) => {
        const page = await cfn.describeStackEvents({ StackName, NextToken })
        return { NextToken: page.NextToken, items: page.StackEvents }
      })
      expect(new Set(found.map(({ EventId }) => EventId)).size).to.equal(found.length)
      const made = found.filter(({ ResourceStatus }) => ResourceStatus === 'CREATE_COMPLETE')
      expect(new Set(made.map(({ LogicalResourceId }) => LogicalResourceId)).size).to.equal(121)
    },
  },
  {
    name: 'gives every resource of a large stack once',
    source: api('ListStackResources'),
    run: async ({ cfn, create }) => {
      const { StackId: StackName } = await create(many)
      const { found } = await all(async (NextToken) => {
        const page = await cfn.listStackResources({ StackName, NextToken })
        return { NextToken: page.NextToken, items: page.StackResourceSummaries }
      })
      expect(found.map(({ LogicalResourceId }) => LogicalResourceId).sort()).to.deep.equal(
        Object.keys(many.Resources).sort(),
      )
    },
  },
  {
    name: 'describes at most 100 resources of a large stack',
    source: api('DescribeStackResources'),
    run: async ({ cfn, create }) => {
      const { StackId: StackName } = await create(many)
      expect((await cfn.describeStackResources({ StackName })).StackResources).to.have.length(100)
    },
  },
  {
    name: 'gives every change of a large change set once',
    source: api('DescribeChangeSet'),
    run: async ({ cfn, changeSet, name }) => {
      const { ChangeSetId: ChangeSetName } = await changeSet(name(), many, { ChangeSetType: 'CREATE' })
      const { found } = await all(async (NextToken) => {
        const page = await cfn.describeChangeSet({ ChangeSetName, NextToken })
        return { NextToken: page.NextToken, items: page.Changes }
      })
      expect(found.map(({ ResourceChange }) => ResourceChange?.LogicalResourceId).sort()).to.deep.equal(
        Object.keys(many.Resources).sort(),
      )
    },
  },
  {
    name: 'gives every export of a large stack once',
    source: api('ListExports'),
    run: async ({ cfn, create, name }) => {
      const prefix = name()
      const names = Array.from({ length: 120 }, (_, at) => `${prefix}-${at}`)
      await create({
        Resources: { News: topic() },
        Outputs: Object.fromEntries(names.map((Name, at) => [`O${at}`, { Value: 'x', Export: { Name } }])),
      })
      const { found } = await all(async (NextToken) => {
        const page = await cfn.listExports({ NextToken })
        return { NextToken: page.NextToken, items: page.Exports }
      })
      expect(
        found
          .map(({ Name = '' }) => Name)
          .filter((each) => each.startsWith(prefix))
          .sort(),
      ).to.deep.equal(names.sort())
    },
  },
  {
    name: 'gives as few drifts a page as are asked for',
    source: api('DescribeStackResourceDrifts'),
    run: async ({ cfn, create }) => {
      const { StackId: StackName } = await create({ Resources: { A: topic(), B: topic(), C: topic() } })
      for (const LogicalResourceId of ['A', 'B', 'C'])
        await cfn.detectStackResourceDrift({ StackName, LogicalResourceId })
      const { found, pages } = await all(async (NextToken) => {
        const page = await cfn.describeStackResourceDrifts({ StackName, MaxResults: 1, NextToken })
        return { NextToken: page.NextToken, items: page.StackResourceDrifts }
      })
      expect([found.length, pages >= 3]).to.deep.equal([3, true])
    },
  },
  {
    name: 'refuses a token that it has not given',
    source: api('ListStacks'),
    run: ({ cfn }) => refused(cfn.listStacks({ NextToken: 'made-up' }), 'ValidationError'),
  },
]
