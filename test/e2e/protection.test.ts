import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudFormation } from '../../src/deploy/calls/client.ts'
import type { DeploySettings } from '../../src/deploy/template/request.ts'
import { cfstack, root } from './cfstack.ts'
import { startMinistack } from './endpoints.ts'
import { ServiceError, startResponder, type Answer, type Responder } from './responder.ts'
import { describes, life, webTemplate } from './scripts.ts'

const stackPolicy = {
  Statement: [{ Effect: 'Deny', Action: 'Update:Delete', Principal: '*', Resource: '*' }],
} as const
const noChanges: Record<string, Answer> = {
  DescribeChangeSet: () => ({ Status: 'FAILED', StatusReason: 'No updates are to be performed.' }),
}
const policyIs = (policy?: object): Record<string, Answer> => ({
  GetStackPolicy: () => (policy === undefined ? {} : { StackPolicyBody: JSON.stringify(policy) }),
})

describe('stack policy and termination protection', function () {
  this.timeout(60_000)
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-protection-'))
  let responder: Responder | undefined
  afterEach(() => responder?.stop())
  after(() => rmSync(folder, { recursive: true, force: true }))

  /** A manifest whose stack `web` has these settings. */
  function manifest(settings: DeploySettings): string {
    const bytes = readFileSync(join(root, webTemplate))
    writeFileSync(join(folder, 'web.json'), bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const file = join(folder, 'stacks.json')
    writeFileSync(
      file,
      JSON.stringify({ version: 1, stacks: { web: { template: 'web.json', sha256, ...settings } } }),
    )
    return file
  }

  async function run(
    operation: string,
    settings: DeploySettings,
    answers: Record<string, Answer>,
    ...more: string[]
  ) {
    responder = await startResponder(answers)
    const result = await cfstack([operation, 'web', '--manifest', manifest(settings), ...more], responder.env)
    return { ...result, changes: responder.changes(), calls: responder.calls }
  }

  it('of a new stack are set after its creation', async () => {
    const { code, stdout, stderr, changes, calls } = await run(
      'create',
      { stackPolicy, terminationProtection: true },
      life({ after: 'CREATE_COMPLETE' }),
      '--yes',
    )
    expect(code, stderr).to.equal(0)
    expect(changes).to.deep.equal([
      'CreateChangeSet',
      'ExecuteChangeSet',
      'SetStackPolicy',
      'UpdateTerminationProtection',
    ])
    expect(calls.find(({ action }) => action === 'SetStackPolicy')?.params['StackPolicyBody']).to.equal(
      JSON.stringify(stackPolicy),
    )
    expect(stdout).to.contain(
      '\n  Stack policy: none → that of the settings\n  Termination protection: off → on\n\nPlan: 1 add',
    )
  })

  it('of a deployed stack: the policy before the execution, the protection after it', async () => {
    const { code, changes } = await run(
      'update',
      { stackPolicy, terminationProtection: false },
      {
        ...life({
          before: 'UPDATE_COMPLETE',
          after: 'UPDATE_COMPLETE',
          fields: { EnableTerminationProtection: true },
        }),
        ...policyIs({ Statement: [] }),
      },
      '--yes',
    )
    expect(code).to.equal(0)
    expect(changes).to.deep.equal([
      'CreateChangeSet',
      'SetStackPolicy',
      'ExecuteChangeSet',
      'UpdateTerminationProtection',
    ])
  })

  it('stay when they are right, and when the settings do not say', async () => {
    for (const settings of [{ stackPolicy, terminationProtection: true }, {}]) {
      const { code, stdout, changes } = await run('update', settings, {
        ...life({ before: 'UPDATE_COMPLETE', after: '', fields: { EnableTerminationProtection: true } }),
        ...noChanges,
        ...policyIs(stackPolicy),
      })
      expect([code, stdout, changes]).to.deep.equal([
        0,
        'No changes: stack "web" is up to date\n',
        ['CreateChangeSet', 'DeleteChangeSet'],
      ])
      await responder?.stop()
    }
  })

  it('need approval when nothing else changes', async () => {
    const answers = {
      ...life({ before: 'UPDATE_COMPLETE', after: '', fields: { EnableTerminationProtection: true } }),
      ...noChanges,
    }
    const refused = await run('update', { terminationProtection: false }, answers)
    expect(refused.stdout).to.contain('Termination protection: on → off')
    expect([refused.code, refused.changes]).to.deep.equal([4, ['CreateChangeSet', 'DeleteChangeSet']])
    await responder?.stop()
    const approved = await run('update', { terminationProtection: false }, answers, '--yes')
    expect([approved.code, approved.changes.at(-1)]).to.deep.equal([0, 'UpdateTerminationProtection'])
  })

  it('leave no change set behind when they are refused', async () => {
    const { code, stderr, changes } = await run(
      'update',
      { stackPolicy },
      {
        ...life({ before: 'UPDATE_COMPLETE', after: '' }),
        DescribeStacks: describes('UPDATE_COMPLETE'),
        ...policyIs(),
        SetStackPolicy: () => {
          throw new ServiceError('AccessDenied', 'You may not')
        },
      },
      '--yes',
    )
    expect(stderr).to.match(
      /^Cannot set the stack policy of stack ".*": You may not\n {2}hint: .* {3}E_ACCESS\n$/m,
    )
    expect([code, changes]).to.deep.equal([1, ['CreateChangeSet', 'SetStackPolicy', 'DeleteChangeSet']])
  })

  it('are there on MiniStack, and the second update has nothing to do', async () => {
    const endpoint = await startMinistack()
    try {
      const deploy = (operation: string) =>
        cfstack(
          [operation, 'web', '--manifest', manifest({ stackPolicy, terminationProtection: true }), '--yes'],
          endpoint.env,
        )
      const created = await deploy('create')
      expect(created.code, created.stderr).to.equal(0)
      Object.assign(process.env, endpoint.env)
      const aws = cloudFormation()
      expect(JSON.parse((await aws.stackPolicy('web')) ?? '')).to.deep.equal(stackPolicy)
      expect((await aws.describeStack('web'))?.EnableTerminationProtection).to.equal(true)
      const { code, stdout } = await deploy('update')
      expect([code, stdout]).to.deep.equal([0, 'No changes: stack "web" is up to date\n'])
    } finally {
      await endpoint.stop()
    }
  })
})
