import { expect } from 'chai'
import { cloudFormation, type CloudFormation } from '../../src/deploy/calls/client.ts'
import { follow } from '../../src/deploy/events/follow.ts'
import { startMinistack, type Endpoint } from './endpoints.ts'
import { faults, startFaultProxy, type Fault } from './fault-proxy.ts'
import { scheduleOf } from './fault-schedule.ts'
import { deployQuietly, targetOf } from './quiet-host.ts'

/** `CFSTACK_FAULT_SCHEDULES=200` runs as many; the first ones are part of every test run. */
const schedules = Number(process.env['CFSTACK_FAULT_SCHEDULES'] ?? 120)
const atOnce = 8

const template = (value: string) => ({
  Resources: {
    Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: value } },
    Setting: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Type: 'String', Value: { 'Fn::Sub': `\${Topic.TopicName} ${value}` } },
    },
  },
  Outputs: { Name: { Value: { Ref: 'Setting' } } },
})

describe('faults between cfstack and AWS', function () {
  this.timeout(600_000)
  let endpoint: Endpoint
  const environment = { ...process.env }
  before(async () => {
    endpoint = await startMinistack()
    Object.assign(process.env, endpoint.env, { CFSTACK_POLL_MS: '30', CFSTACK_TIMEOUT_MS: '400' })
  })
  after(async () => {
    await endpoint.stop()
    for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
    Object.assign(process.env, environment)
  })

  it(`leave the same state and a true result in ${schedules} schedules of create, update and delete`, async () => {
    const seeds = Array.from({ length: schedules }, (_, seed) => seed)
    const wrong: object[] = []
    const next = async (): Promise<void> => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        const seen = await live(endpoint.url, seed).catch((error: unknown) => String(error))
        if (JSON.stringify(seen) !== JSON.stringify(expected)) wrong.push({ seed, seen })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, next))
    expect(wrong).to.deep.equal([])
    expect([...met].sort(), 'faults that happened').to.deep.equal([...faults].sort())
  })
})

const met = new Set<Fault>()

const resources = ['Setting CREATE_COMPLETE', 'Topic CREATE_COMPLETE']
const expected = [
  { ok: true, status: 'CREATE_COMPLETE', executions: 1, changeSets: 0, resources },
  {
    ok: true,
    status: 'UPDATE_COMPLETE',
    executions: 1,
    changeSets: 0,
    resources: resources.map((one) => one.replace('CREATE', 'UPDATE')),
  },
  {
    ok: true,
    status: 'no-changes',
    executions: 0,
    changeSets: 0,
    resources: resources.map((one) => one.replace('CREATE', 'UPDATE')),
  },
  { ok: true, status: 'DELETE_COMPLETE', gone: true },
]

/** Creates, updates, updates for nothing and deletes a stack through a proxy with the faults of a seed; what was seen without it. */
async function live(url: string, seed: number): Promise<object[]> {
  const proxy = await startFaultProxy(url, scheduleOf(seed))
  const through = client(proxy.url)
  const direct = client(url)
  const name = `faults-${seed}`
  try {
    const seen: object[] = []
    for (const value of ['one', 'two', 'two']) {
      const executions = await executionsOf(direct, name)
      const { ok, status } = await deployQuietly(through, targetOf(name, template(value)))
      const now = await executionsOf(direct, name)
      seen.push({ ok, status, executions: now - executions, ...(await stateOf(direct, name)) })
    }
    const { StackId = name } = (await through.describeStack(name)) ?? {}
    await through.deleteStack(StackId, { token: `delete-${seed}` })
    const { ok, status } = await follow(
      through,
      { stackId: StackId, after: undefined },
      { success: ['DELETE_COMPLETE'] },
    )
    return [...seen, { ok, status, gone: (await direct.describeStack(name)) === undefined }]
  } finally {
    for (const { fault } of proxy.calls) if (fault !== undefined) met.add(fault)
    await proxy.stop()
  }
}

function client(url: string): CloudFormation {
  return cloudFormation({ endpoint: url })
}

async function stateOf(aws: CloudFormation, name: string): Promise<object> {
  const all = await aws.stackResources(name)
  const resources = all
    .map(({ LogicalResourceId, ResourceStatus }) => `${LogicalResourceId} ${ResourceStatus}`)
    .sort()
  return { changeSets: (await aws.pendingChangeSets(name)).length, resources }
}

/** How often an operation has begun on the stack. */
async function executionsOf(aws: CloudFormation, name: string): Promise<number> {
  const stack = await aws.describeStack(name)
  if (stack === undefined) return 0
  const { StackEvents = [] } = await aws.stackEvents(name)
  return StackEvents.filter(
    ({ PhysicalResourceId, StackId, ResourceStatus }) =>
      PhysicalResourceId === StackId && /^(CREATE|UPDATE)_IN_PROGRESS$/.test(ResourceStatus ?? ''),
  ).length
}
