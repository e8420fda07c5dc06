import { expect } from 'chai'
import { join } from 'node:path'
import { cfstack, root } from './cfstack.ts'
import { startMinistack, startMoto, type Endpoint } from './endpoints.ts'
import { deployed, itLivesThrough, type Lifecycle } from './lifecycle.ts'

const queue: Lifecycle = {
  stackName: 'queue',
  template: 'test/e2e/fixtures/queue.json',
  flags: ['--queue-name', 'jobs'],
  resources: ['Jobs', 'News', 'Setting'],
  change: (template) => (template.Resources['News']!.Properties['DisplayName'] = 'other news'),
  changed: ['News'],
}

const endpoints = [
  { name: 'moto', start: startMoto },
  { name: 'MiniStack', start: startMinistack },
]

for (const { name, start } of endpoints) {
  describe(`deployment to ${name}`, function () {
    this.timeout(60_000)
    let endpoint: Endpoint
    before(async () => void (endpoint = await start()))
    after(() => endpoint.stop())

    itLivesThrough(queue, () => endpoint)

    it('refuses to update a stack that does not exist', async () => {
      const args = ['update', '--template', queue.template, '--stack-name', 'nothing', ...queue.flags]
      const { code, stderr } = await cfstack(args, endpoint.env)
      expect(code).to.equal(2)
      expect(stderr)
        .to.contain('Cannot update stack "nothing": it does not exist')
        .and.to.contain('E_NO_STACK')
    })
  })
}

describe('failed deployments on MiniStack', function () {
  this.timeout(60_000)
  const file = join(root, 'test/e2e/fixtures/fails.yaml')
  let endpoint: Endpoint
  before(async () => void (endpoint = await startMinistack()))
  after(() => endpoint.stop())

  it('names the root cause, and leaves no stack after a failed creation', async () => {
    const { code, stderr } = await cfstack(
      ['create', '--template', file, '--stack-name', 'fails', '--yes'],
      endpoint.env,
    )
    expect(code).to.equal(1)
    expect(stderr).to.contain(`Cannot create stack "fails": Broken (AWS::SSM::Parameter, ${file}): `)
    expect(stderr).to.contain('NoSuchType').and.to.contain('E_DEPLOYMENT_FAILED')
    expect(await deployed(endpoint, 'fails')).to.equal(undefined)
  })

  it('tells that a failed update was rolled back', async () => {
    const fixture = join(root, 'test/e2e/fixtures/kind.json')
    const args = ['--template', fixture, '--stack-name', 'kind', '--yes']
    expect((await cfstack(['create', ...args], endpoint.env)).code).to.equal(0)
    const { code, stderr } = await cfstack(['update', ...args, '--kind', 'NoSuchType'], endpoint.env)
    expect(code).to.equal(1)
    expect(stderr).to.contain('Cannot update stack "kind": Setting (AWS::SSM::Parameter')
    expect(await deployed(endpoint, 'kind')).to.deep.equal({
      status: 'UPDATE_ROLLBACK_COMPLETE',
      changeSets: 0,
    })
  })
})
