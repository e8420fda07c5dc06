import {
  CloudFormationClient,
  DescribeStackResourcesCommand,
  ListChangeSetsCommand,
} from '@aws-sdk/client-cloudformation'
import { expect } from 'chai'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Template } from '../../src/index.ts'
import { cfstack } from './cfstack.ts'
import { startMinistack, startMoto, type Endpoint } from './endpoints.ts'

const endpoints = [
  { name: 'moto', start: startMoto, app: 'test/e2e/apps/segment-moto.ts' },
  { name: 'MiniStack', start: startMinistack, app: 'test/e2e/apps/segment-ministack.ts' },
]

for (const { name, start, app } of endpoints) {
  describe(`the segment stack on ${name}`, function () {
    this.timeout(120_000)
    let endpoint: Endpoint
    let client: CloudFormationClient
    let folder: string

    before(async () => {
      endpoint = await start()
      folder = mkdtempSync(join(tmpdir(), 'cfstack-segment-'))
      client = new CloudFormationClient({
        endpoint: endpoint.url,
        region: 'eu-central-1',
        credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      })
    })
    after(async () => {
      client.destroy()
      await endpoint.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    const build = (env: NodeJS.ProcessEnv = {}) =>
      cfstack(['build', '--app', app, '--out', folder], { ...process.env, ...env })
    const deploy = (...args: string[]) =>
      cfstack([...args, '--manifest', join(folder, 'stacks.json')], endpoint.env)
    const wanted = (): readonly string[] =>
      Object.keys((JSON.parse(readFileSync(join(folder, 'segment.json'), 'utf8')) as Template).Resources)
    /** The endpoint has as many resources as the template, and none besides; moto does not tell the ids of them all. */
    const expectAllThere = async (): Promise<void> => {
      const { StackResources = [] } = await client.send(
        new DescribeStackResourcesCommand({ StackName: 'segment' }),
      )
      const ids = StackResources.flatMap((one) => one.LogicalResourceId ?? [])
      expect(StackResources).to.have.length(wanted().length)
      expect(wanted()).to.include.members(ids)
      expect(ids.length).to.be.greaterThan(wanted().length / 2)
    }
    /** Change sets that were made and neither executed nor removed. moto forgets to say of one that it was executed. */
    const leftOver = async (): Promise<readonly (string | undefined)[]> => {
      const { Summaries = [] } = await client.send(new ListChangeSetsCommand({ StackName: 'segment' }))
      return Summaries.filter((one) => one.ExecutionStatus !== 'EXECUTE_COMPLETE').map(
        (one) => one.ChangeSetName,
      )
    }

    it('is created, with every resource of its template', async () => {
      expect((await build()).code).to.equal(0)
      const created = await deploy('create', 'segment', '--key-name', 'ops', '--yes')
      expect(created.code, created.stderr).to.equal(0)
      expect(created.stdout).to.match(/Plan: \d+ add, 0 modify, 0 replace, 0 remove/)
      await expectAllThere()
    })

    it('plans exactly the resource of a changed option, leaves nothing when refused, and updates it', async () => {
      const before = await leftOver()
      expect((await build({ CALLERS: '2' })).code).to.equal(0)
      const refused = await deploy('update', 'segment')
      expect(refused.code).to.equal(4)
      expect(refused.stdout).to.match(/Plan: 0 add, 1 modify, 0 replace, 0 remove/)
      const changed = refused.stdout.split('\n').filter((line) => /AWS::/.test(line))
      expect(changed).to.have.length(1)
      expect(changed[0]).to.match(/CallerService .*AWS::ECS::Service.*stacks\/segment\.ts:\d+\)/)
      expect(await leftOver()).to.deep.equal(before)
      const updated = await deploy('update', 'segment', '--yes')
      expect(updated.code, updated.stderr).to.equal(0)
      await expectAllThere()
    })

    it('has no changes the second time, and no change set left over', async () => {
      const before = await leftOver()
      const again = await deploy('update', 'segment', '--yes')
      expect(again.code, again.stderr).to.equal(0)
      expect(again.stdout).to.match(/^No changes/)
      expect(await leftOver()).to.deep.equal(before)
    })
  })
}
