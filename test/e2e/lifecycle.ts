import { expect } from 'chai'
import { readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloudFormation } from '../../src/deploy/calls/client.ts'
import { cfstack, root } from './cfstack.ts'
import type { Endpoint } from './endpoints.ts'

/** A stack to take through its life, and one change to make on the way. */
export interface Lifecycle {
  readonly stackName: string
  /** Template file, relative to the repository. */
  readonly template: string
  /** Parameter flags for create and update. */
  readonly flags: readonly string[]
  readonly resources: readonly string[]
  /** Changes one option of the parsed template. */
  change(template: { Resources: Record<string, { Properties: Record<string, unknown> }> }): void
  /** The logical ids that the change must touch, and no other. */
  readonly changed: readonly string[]
}

interface Document {
  readonly status: string
  readonly plan: { readonly changes: readonly { action: string; logicalId: string }[] }
}

/** Declares the tests that create a stack, change one option, update it, and update it again. */
export function itLivesThrough(lifecycle: Lifecycle, endpoint: () => Endpoint): void {
  const { stackName, flags, changed, resources } = lifecycle
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-e2e-'))
  const edited = join(folder, 'edited.json')
  const run = (command: string, template: string, ...more: string[]) =>
    cfstack([command, '--template', template, '--stack-name', stackName, ...flags, ...more], endpoint().env)
  const original = join(root, lifecycle.template)
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('leaves nothing when the creation is not approved', async () => {
    const { code, stderr } = await run('create', original)
    expect([code, stderr]).to.deep.equal([4, expectedApproval(stackName)])
    expect(await deployed(endpoint(), stackName)).to.equal(undefined)
  })

  it('creates the stack', async () => {
    const { code, stdout, stderr } = await run('create', original, '--yes', '--json')
    expect(code, stderr).to.equal(0)
    const document = JSON.parse(stdout) as Document
    expect(document.status).to.equal('CREATE_COMPLETE')
    expect(document.plan.changes.map(({ logicalId }) => logicalId).sort()).to.deep.equal(
      [...resources].sort(),
    )
    expect(await deployed(endpoint(), stackName)).to.deep.equal({ status: 'CREATE_COMPLETE', changeSets: 0 })
  })

  it('refuses to create it again', async () => {
    const { code, stderr } = await run('create', original, '--yes')
    expect(code).to.equal(2)
    expect(stderr).to.contain('E_STACK_EXISTS')
  })

  it('shows exactly the changed resource, and updates', async () => {
    const template = JSON.parse(readFileSync(original, 'utf8')) as Parameters<Lifecycle['change']>[0]
    lifecycle.change(template)
    writeFileSync(edited, JSON.stringify(template, null, 2))
    const { code, stdout, stderr } = await run('update', edited, '--yes', '--json')
    expect(code, stderr).to.equal(0)
    const document = JSON.parse(stdout) as Document
    expect(document.plan.changes.map(({ action, logicalId }) => `${action} ${logicalId}`)).to.deep.equal(
      changed.map((id) => `modify ${id}`),
    )
    expect(document.status).to.equal('UPDATE_COMPLETE')
  })

  it('updates again: no changes, and no change set stays', async () => {
    const { code, stdout } = await run('update', edited, '--yes', '--json')
    expect([code, JSON.parse(stdout)]).to.deep.equal([0, { stack: stackName, status: 'no-changes' }])
    expect(await deployed(endpoint(), stackName)).to.deep.equal({ status: 'UPDATE_COMPLETE', changeSets: 0 })
  })
}

function expectedApproval(stackName: string): string {
  return (
    `Cannot deploy stack "${stackName}": the changes need approval and there is no terminal\n` +
    '  hint: Add --yes to execute them without asking; nothing was changed   E_APPROVAL\n'
  )
}

/** The stack's status and its change sets that were not executed; undefined when there is no stack. */
export async function deployed(
  endpoint: Endpoint,
  stackName: string,
): Promise<{ status: string; changeSets: number } | undefined> {
  Object.assign(process.env, endpoint.env)
  const aws = cloudFormation()
  const stack = await aws.describeStack(stackName)
  if (stack === undefined) return undefined
  return { status: stack.StackStatus ?? '', changeSets: (await aws.pendingChangeSets(stackName)).length }
}
