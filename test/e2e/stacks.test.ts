import { expect } from 'chai'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { testApp, type TestApp } from './app.ts'
import { cfstack } from './cfstack.ts'
import { startMinistack, startMoto, type Endpoint } from './endpoints.ts'
import { deployed } from './lifecycle.ts'

const base = {
  Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'base-topic' } } },
  Outputs: { TopicArn: { Value: { Ref: 'Topic' }, Export: { Name: 'base-topic-arn' } } },
}
const userOf = (Value: unknown) => ({
  Resources: {
    Setting: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Name: '/user', Value } },
  },
})

for (const { name, start } of [
  { name: 'moto', start: startMoto },
  { name: 'MiniStack', start: startMinistack },
]) {
  describe(`looking at stacks and deleting them on ${name}`, function () {
    this.timeout(60_000)
    let endpoint: Endpoint
    let app: TestApp
    before(async () => {
      endpoint = await start()
      // moto forgets the outputs of a stack that came from a change set.
      const user = userOf(name === 'moto' ? 'none' : { 'Fn::ImportValue': 'base-topic-arn' })
      app = testApp({ base: { template: base }, user: { template: user }, third: { template: base } })
      for (const stack of ['base', 'user']) {
        const { code, stderr } = await run('create', stack, '--yes')
        expect(code, stderr).to.equal(0)
      }
    })
    after(async () => {
      app.remove()
      await endpoint.stop()
    })
    const run = (...args: string[]) => cfstack([...args, '--manifest', app.manifest], endpoint.env)

    it('list: what of the manifest is deployed', async () => {
      const { code, stdout } = await run('list', '--json')
      const { stacks } = JSON.parse(stdout) as { stacks: { stack: string; status: string }[] }
      expect([code, stacks.map(({ stack, status }) => `${stack} ${status}`)]).to.deep.equal([
        0,
        ['base CREATE_COMPLETE', 'user CREATE_COMPLETE', 'third not deployed'],
      ])
      expect((await run('list', '--all', 'us*')).stdout).to.match(/^user {2}CREATE_COMPLETE {2}[\d: -]+\n$/)
    })

    it('status: resources, outputs and what waits', async () => {
      const { code, stdout } = await run('status', 'user', '--json')
      const report = JSON.parse(stdout) as Record<string, unknown>
      expect(code).to.equal(0)
      expect(report).to.deep.include({
        stack: 'user',
        status: 'CREATE_COMPLETE',
        resources: { CREATE_COMPLETE: 1 },
        notable: [],
        pendingChangeSets: [],
      })
    })

    it('events: the last operation, oldest first', async () => {
      const { code, stdout } = await run('events', 'base', '--json')
      const { events } = JSON.parse(stdout) as { events: { logicalId: string; status: string }[] }
      expect(code).to.equal(0)
      expect(events.at(-1)).to.include({ logicalId: 'base', status: 'CREATE_COMPLETE' })
    })

    if (name === 'MiniStack') {
      it('outputs: all, one, and for a shell', async () => {
        const arn = `arn:aws:sns:eu-central-1:000000000000:base-topic`
        expect((await run('outputs', 'base')).stdout).to.equal(`TopicArn = ${arn}\n`)
        expect((await run('outputs', 'base', '--only', 'TopicArn')).stdout).to.equal(`${arn}\n`)
        expect((await run('outputs', 'base', '--env')).stdout).to.equal(`export TOPIC_ARN='${arn}'\n`)
        const wrong = await run('outputs', 'base', '--only', 'TopicArm')
        expect([wrong.code, wrong.stderr]).to.deep.equal([
          2,
          'Cannot find output "TopicArm": stack "base" does not have it\n  hint: Did you mean "TopicArn"?   E_NO_OUTPUT\n',
        ])
      })

      it('delete: refuses while another stack imports', async () => {
        const { code, stderr } = await run('delete', 'base', '--yes')
        expect(stderr).to.contain('its exports are in use: "base-topic-arn" (imported by user)')
        expect([code, (await deployed(endpoint, 'base'))?.status]).to.deep.equal([1, 'CREATE_COMPLETE'])
      })
    }

    it('diff: the template against the deployed one, and against a file without any call', async () => {
      const same = await run('diff', 'base', '--exit-code')
      expect([same.code, same.stdout.endsWith('.json): none\n')], same.stderr).to.deep.equal([0, true])
      const file = join(dirname(app.manifest), 'changed.json')
      const { TopicArn } = base.Outputs
      writeFileSync(
        file,
        JSON.stringify({
          Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'other' } } },
          Outputs: { TopicArn },
        }),
      )
      const expected = [
        '',
        '  ± replace Topic  AWS::SNS::Topic  (the old one is deleted)',
        '      Properties.TopicName: "base-topic" → "other"  (replaces the resource)',
        '',
        'Diff: 0 add, 0 modify, 1 replace, 0 remove\n',
      ].join('\n')
      const plain = ['diff', '--template', file, '--stack-name', 'base', '--exit-code']
      const { code, stdout } = await cfstack(plain, endpoint.env)
      expect([code, stdout]).to.deep.equal([
        3,
        `Differences of stack "base" (deployed → ${file}):\n${expected}`,
      ])
      const original = join(dirname(app.manifest), 'base.json')
      const nowhere = { ...endpoint.env, AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }
      const offline = await cfstack([...plain, '--against', original], nowhere)
      expect([offline.code, offline.stdout]).to.deep.equal([
        3,
        `Differences of stack "base" (${original} → ${file}):\n${expected}`,
      ])
    })

    it('delete: several stacks, those that others need last', async () => {
      const { code, stdout, stderr } = await run('delete', '--all', '--yes', '--json')
      expect(code, stderr).to.equal(0)
      expect(JSON.parse(stdout)).to.deep.equal({
        stacks: [
          { stack: 'third', status: 'no-stack', retained: [] },
          { stack: 'user', status: 'DELETE_COMPLETE', retained: [] },
          { stack: 'base', status: 'DELETE_COMPLETE', retained: [] },
        ],
      })
      expect([await deployed(endpoint, 'base'), await deployed(endpoint, 'user')]).to.deep.equal([
        undefined,
        undefined,
      ])
    })
  })
}
