import { expect } from 'chai'
import { cfstack } from './cfstack.ts'
import { startMoto, type Endpoint } from './endpoints.ts'

describe('the base of pingdummy on moto', function () {
  this.timeout(120_000)
  let endpoint: Endpoint

  before(async () => {
    endpoint = await startMoto()
  })
  after(() => endpoint.stop())

  it('is not begun when a later stack of the app lacks a value', async () => {
    const app = await cfstack(
      ['deploy', 'pingdummy-staging-base', 'pingdummy-staging', '--yes'],
      endpoint.env,
    )
    expect({ code: app.code, stdout: app.stdout }).to.deep.equal({ code: 2, stdout: '' })
    expect(app.stderr).to.contain('pingdummy-staging: Parameter has no value: CertificateArn (String)')
    const { stdout } = await cfstack(['list', '--all', '--json'], endpoint.env)
    expect(stdout).to.not.contain('pingdummy-staging-base')
  })

  it('is created from the committed template, and then has nothing to change', async () => {
    const deploy = () => cfstack(['deploy', 'pingdummy-staging-base', '--yes'], endpoint.env)
    const created = await deploy()
    expect(created).to.deep.include({ code: 0 })
    expect(created.stdout).to.contain('Plan: 60 add, 0 modify, 0 replace, 0 remove')
    expect(created.stdout).to.contain('Stack "pingdummy-staging-base": CREATE_COMPLETE')
    const again = await deploy()
    expect(again).to.deep.include({ code: 0 })
    expect(again.stdout).to.contain('No changes')
  })
})
