import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known, reference } from '../sources.ts'
import type { Stage } from '../stage.ts'
import { one, outputsOf, topic } from '../templates.ts'

const outputsPage = guide('outputs-section-structure')
const importPage = reference('intrinsic-function-reference-importvalue')
const exporting = (name: string, value: unknown = { Ref: 'News' }, more: object = {}): object => ({
  Resources: { News: topic(), ...more },
  Outputs: { News: { Value: value, Export: { Name: name } } },
})
const importing = (name: string): object => {
  const Value = { 'Fn::ImportValue': name }
  return { Resources: { Reader: topic({ Tags: [{ Key: 'Of', Value }] }) }, Outputs: { News: { Value } } }
}
/** A stack that exports, and one that imports. */
const pair = async ({ create, name }: Stage) => {
  const key = name()
  const giver = await create(exporting(key))
  return { key, giver, taker: await create(importing(key)) }
}

export const exports: readonly Case[] = [
  {
    name: 'shows outputs with description and export name',
    source: api('Output'),
    run: async ({ create, name }) => {
      const Name = name()
      const { Outputs } = await create({
        ...one,
        Outputs: { Plain: { Value: 'x', Description: 'An output', Export: { Name } } },
      })
      expect(Outputs).to.deep.equal([
        { OutputKey: 'Plain', OutputValue: 'x', Description: 'An output', ExportName: Name },
      ])
    },
  },
  {
    name: 'lists exports with their stack',
    source: api('ListExports'),
    run: async ({ cfn, create, name }) => {
      const Name = name()
      const { StackId } = await create(exporting(Name, 'x'))
      let found: unknown
      let NextToken: string | undefined
      do {
        const page = await cfn.listExports({ NextToken })
        found ??= page.Exports?.find((each) => each.Name === Name)
        NextToken = page.NextToken
      } while (NextToken !== undefined)
      expect(found).to.deep.equal({ ExportingStackId: StackId, Name, Value: 'x' })
    },
  },
  {
    name: 'imports the value of another stack',
    source: importPage,
    run: async (stage) => {
      const { giver, taker } = await pair(stage)
      expect(outputsOf(taker)).to.deep.equal(outputsOf(giver))
    },
  },
  {
    name: 'lists the stacks that import',
    source: api('ListImports'),
    run: async (stage) => {
      const { key, taker } = await pair(stage)
      expect((await stage.cfn.listImports({ ExportName: key })).Imports).to.deep.equal([taker.StackName])
    },
  },
  {
    name: 'says that an export is not imported',
    source: known('the message of ListImports'),
    run: async ({ cfn, create, name }) => {
      const key = name()
      await create(exporting(key))
      await refused(cfn.listImports({ ExportName: key }), 'ValidationError', /is not imported by any stack/)
    },
  },
  {
    name: 'fails a stack that imports what nobody exports',
    source: known('the reason in the events'),
    run: async ({ create, events, name }) => {
      const stack = await create(importing(name()))
      expect(stack.StackStatus).to.equal('ROLLBACK_COMPLETE')
      expect(
        (await events(stack.StackId)).map(({ ResourceStatusReason = '' }) => ResourceStatusReason).join(),
      ).to.match(/No export named/)
    },
  },
  {
    name: 'fails a stack that exports a name that another exports',
    source: outputsPage,
    run: async ({ create, events, name }) => {
      const key = name()
      const first = await create(exporting(key))
      const stack = await create(exporting(key))
      expect(stack.StackStatus).to.equal('ROLLBACK_COMPLETE')
      expect(
        (await events(stack.StackId)).map(({ ResourceStatusReason = '' }) => ResourceStatusReason).join(),
      ).to.match(new RegExp(`${key} is already exported by stack ${first.StackName}`))
    },
  },
  {
    name: 'keeps a stack whose export is in use',
    source: guide('using-cfn-stack-exports'),
    run: async (stage) => {
      const { cfn, settled } = stage
      const { giver, key, taker } = await pair(stage)
      const said = await cfn.deleteStack({ StackName: giver.StackId }).then(
        () => '',
        (error: Error) => error.message,
      )
      expect((await settled(giver.StackId)).StackStatus).not.to.equal('DELETE_COMPLETE')
      const reasons = (await stage.events(giver.StackId)).map(
        ({ ResourceStatusReason = '' }) => ResourceStatusReason,
      )
      expect([said, ...reasons].join()).to.match(new RegExp(`${key} .*in use by ${taker.StackName}`))
    },
  },
  {
    name: 'rolls back an update that takes away an export in use',
    source: guide('using-cfn-stack-exports'),
    run: async (stage) => {
      const { giver, key, taker } = await pair(stage)
      const updated = await stage.update(giver, { Resources: { News: topic({ DisplayName: 'n' }) } })
      expect(updated.StackStatus).to.equal('UPDATE_ROLLBACK_COMPLETE')
      expect(outputsOf(updated)).to.deep.equal(outputsOf(giver))
      const reasons = (await stage.events(giver.StackId)).map(
        ({ ResourceStatusReason = '' }) => ResourceStatusReason,
      )
      expect(reasons.join()).to.match(new RegExp(`${key} .*in use by ${taker.StackName}`))
    },
  },
  {
    name: 'rolls back an update that changes an export in use',
    source: guide('using-cfn-stack-exports'),
    run: async (stage) => {
      const { giver, key } = await pair(stage)
      const updated = await stage.update(giver, exporting(key, 'something else', { More: topic() }))
      expect(updated.StackStatus).to.equal('UPDATE_ROLLBACK_COMPLETE')
      expect(outputsOf(updated)).to.deep.equal(outputsOf(giver))
    },
  },
  {
    name: 'lets an export go when its last importer is gone',
    source: guide('using-cfn-stack-exports'),
    run: async (stage) => {
      const { giver, taker } = await pair(stage)
      await stage.remove(taker)
      expect(await stage.remove(giver)).to.include({ StackStatus: 'DELETE_COMPLETE' })
    },
  },
  {
    name: 'builds export names from pseudo parameters',
    source: outputsPage,
    run: async ({ create }) => {
      const Name = { 'Fn::Sub': '${AWS::StackName}-News' }
      const stack = await create({ ...one, Outputs: { News: { Value: 'x', Export: { Name } } } })
      expect(stack.Outputs?.[0]?.ExportName).to.equal(`${stack.StackName}-News`)
    },
  },
]
