import { expect } from 'chai'
import { testApp } from './app.ts'
import { cfstack } from './cfstack.ts'
import { startMinistack, startMoto, type Endpoint } from './endpoints.ts'
import { deployed } from './lifecycle.ts'
import { terminal } from './terminal.ts'

const topic = { Type: 'AWS::SNS::Topic', Properties: { DisplayName: 'news' } }
const small = { Resources: { News: topic } }
const large = {
  Resources: { News: topic },
  Metadata: { Text: Array.from({ length: 700 }, (_, at) => `${at} ${'x'.repeat(80)}`) },
}

for (const [name, startEndpoint, account] of [
  ['moto', startMoto, '123456789012'],
  ['MiniStack', startMinistack, '000000000000'],
] as const) {
  describe(`accounts, roles and large templates on ${name}`, function () {
    this.timeout(60_000)
    let endpoint: Endpoint
    let remove = (): void => undefined
    before(async () => void (endpoint = await startEndpoint()))
    after(() => endpoint.stop())
    afterEach(() => remove())

    function args(stacks: Parameters<typeof testApp>[0], ...more: string[]): string[] {
      const app = testApp(stacks)
      remove = app.remove
      return ['deploy', ...Object.keys(stacks), '--manifest', app.manifest, ...more]
    }

    it('refuses another account before anything is made', async () => {
      const { code, stderr } = await cfstack(
        args({ guarded: { template: small, settings: { account: '999999999999' } } }, '--yes'),
        endpoint.env,
      )
      expect(stderr).to.contain(
        `Cannot deploy stack "guarded": the account is ${account}, expected 999999999999`,
      )
      expect([code, await deployed(endpoint, 'guarded')]).to.deep.equal([2, undefined])
    })

    it('asks for a bucket for a large template, and says how to have it made', async () => {
      const { code, stderr } = await cfstack(args({ large: { template: large } }, '--yes'), endpoint.env)
      expect(stderr).to.contain(`--create-bucket to make bucket "cfstack-templates-${account}-eu-central-1"`)
      expect([code, await deployed(endpoint, 'large')]).to.deep.equal([2, undefined])
    })

    // moto looks for the bucket in the host's name only.
    if (name === 'MiniStack')
      it('makes the bucket, uploads, and needs neither again', async () => {
        const first = await cfstack(
          args({ large: { template: large } }, '--yes', '--create-bucket'),
          endpoint.env,
        )
        expect(first.code, first.stderr).to.equal(0)
        expect(first.stdout).to.contain('Made bucket')
        remove()
        const second = await cfstack(args({ large: { template: large } }, '--yes'), endpoint.env)
        expect(second.code, second.stderr).to.equal(0)
        expect(second.stdout).not.to.contain('Made bucket')
        expect(second.stdout).to.contain('No changes: stack "large" is up to date')
      })

    it('misses the bucket of the settings when it is not there', async () => {
      const templateBucket = `cfstack-templates-${account}-eu-central-1`
      const { stderr } = await cfstack(
        args({ other: { template: large, settings: { templateBucket: `${templateBucket}-none` } } }, '--yes'),
        endpoint.env,
      )
      expect(stderr).to.contain('there is no bucket for it')
    })

    it('assumes a role', async () => {
      const deployRole = { arn: `arn:aws:iam::${account}:role/deployer`, externalId: 'me' }
      const { code, stderr } = await cfstack(
        args({ roled: { template: small, settings: { deployRole } } }, '--yes'),
        endpoint.env,
      )
      expect(code, stderr).to.equal(0)
      expect(await deployed(endpoint, 'roled')).to.deep.equal({ status: 'CREATE_COMPLETE', changeSets: 0 })
    })

    const mfa = {
      template: small,
      settings: {
        deployRole: {
          arn: `arn:aws:iam::${account}:role/deployer`,
          mfaSerial: `arn:aws:iam::${account}:mfa/ann`,
        },
      },
    }
    it('asks for an MFA code on a terminal, and says that it can not without one', async () => {
      const { code, stderr } = await cfstack(args({ coded: mfa }, '--yes'), endpoint.env)
      expect([code, stderr]).to.deep.equal([
        2,
        `Cannot get a code of MFA device "${mfa.settings.deployRole.mfaSerial}": there is no terminal\n` +
          '  hint: Run this on a terminal, or with credentials that need no code   E_MFA\n',
      ])
      remove()
      const session = terminal(args({ coded: mfa }, '--yes'), endpoint.env)
      await session.see('Code of MFA device')
      session.type('123456\r')
      const ended = await session.ended
      expect(ended.code, ended.screen).to.equal(0)
    })
  })
}
