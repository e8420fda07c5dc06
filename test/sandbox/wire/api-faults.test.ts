import { expect } from 'chai'
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts'

const template = '{"Resources":{"Jobs":{"Type":"AWS::SQS::Queue"}}}'

async function call(sandbox: Sandbox, action: string, fields: Readonly<Record<string, string>>) {
  const { status, body } = await sandbox.handle({
    method: 'POST',
    url: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Action: action, Version: '2010-05-15', ...fields }).toString(),
  })
  const text = String(body)
  const told = /<(?:StackStatus|Code)>(\w+)</.exec(text)?.[1]
  return [status, told]
}

describe('faults of calls', () => {
  it('throttle an action as often as is asked for', async () => {
    const sandbox = openSandbox()
    await call(sandbox, 'CreateStack', { StackName: 'web', TemplateBody: template })
    sandbox.control.addFault({ kind: 'throttle', action: 'DescribeStacks', times: 2 })
    const seen = []
    for (let times = 0; times < 3; times++)
      seen.push(await call(sandbox, 'DescribeStacks', { StackName: 'web' }))
    expect(seen).to.deep.equal([
      [400, 'Throttling'],
      [400, 'Throttling'],
      [200, 'CREATE_COMPLETE'],
    ])
  })

  it('let a read miss the last change, once', async () => {
    const sandbox = openSandbox()
    sandbox.control.addFault({ kind: 'stale', times: 1 })
    await call(sandbox, 'CreateStack', { StackName: 'web', TemplateBody: template })
    expect(await call(sandbox, 'DescribeStacks', { StackName: 'web' })).to.deep.equal([
      400,
      'ValidationError',
    ])
    expect(await call(sandbox, 'DescribeStacks', { StackName: 'web' })).to.deep.equal([
      200,
      'CREATE_COMPLETE',
    ])
  })

  it('are refused over HTTP when they can not be meant', async () => {
    const { controlCall } = await import('../../../src/sandbox/wire/control-call.ts')
    const { control } = openSandbox()
    const answer = controlCall(control, {
      method: 'POST',
      url: '/_sandbox/faults',
      headers: {},
      body: '{"kind":"explode"}',
    })
    expect([answer?.status, answer?.body, control.world().faults]).to.deep.equal([
      400,
      '{"message":"Cannot read the call: \\"kind\\" is explode, expected one of fail, slow, throttle, stale"}',
      [],
    ])
  })
})

describe('openSandbox()', () => {
  it('answers the same calls with the same ids and times, by its seed', async () => {
    const worlds = []
    for (const seed of ['a', 'a', 'b']) {
      const sandbox = openSandbox({ seed })
      await call(sandbox, 'CreateStack', { StackName: 'web', TemplateBody: template })
      worlds.push(sandbox.control.world())
    }
    expect(worlds[0]).to.deep.equal(worlds[1])
    expect(Object.keys(worlds[2]!.stacks)).not.to.deep.equal(Object.keys(worlds[0]!.stacks))
  })

  it('lets time pass when told, and no other way, at speed "manual"', async () => {
    const sandbox = openSandbox({ speed: 'manual' })
    await call(sandbox, 'CreateStack', { StackName: 'web', TemplateBody: template })
    const seen = [await call(sandbox, 'DescribeStacks', {})]
    sandbox.control.advance(1_000)
    seen.push(await call(sandbox, 'DescribeStacks', {}))
    sandbox.control.advance(3_600_000)
    seen.push(await call(sandbox, 'DescribeStacks', {}))
    expect(seen).to.deep.equal([
      [200, 'CREATE_IN_PROGRESS'],
      [200, 'CREATE_IN_PROGRESS'],
      [200, 'CREATE_COMPLETE'],
    ])
  })
})
