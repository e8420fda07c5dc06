import { expect } from 'chai'
import { cloudFormation } from '../../src/deploy/calls/client.ts'
import { testApp, type TestApp } from './app.ts'
import { cfstack } from './cfstack.ts'
import { startMinistack, type Endpoint } from './endpoints.ts'
import { deployed } from './lifecycle.ts'

const topic = (name: string) => ({
  Resources: { News: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: name } } },
  Outputs: { Name: { Value: { 'Fn::GetAtt': ['News', 'TopicName'] } } },
})
const setting = (type = 'String') => ({
  Parameters: { From: { Type: 'String' } },
  Resources: {
    Setting: { Type: 'AWS::SSM::Parameter', Properties: { Type: type, Value: { Ref: 'From' } } },
  },
})
const from = { parametersFrom: { From: { stack: 'base', output: 'Name' } }, dependsOn: ['base'] }
const app = (type?: string, more: object = {}) => ({
  base: { template: topic('base') },
  other: { template: topic('other') },
  middle: { template: setting(type), settings: { ...from, ...more } },
  last: { template: topic('last'), settings: { dependsOn: ['middle'] } },
})

interface Document {
  readonly stacks: readonly { readonly stack: string; readonly status: string; readonly because?: string }[]
}

describe('deploying an app on MiniStack', function () {
  this.timeout(60_000)
  let endpoint: Endpoint
  let written: TestApp
  beforeEach(async () => void (endpoint = await startMinistack()))
  afterEach(async () => {
    written.remove()
    await endpoint.stop()
  })

  const deploy = (stacks: Parameters<typeof testApp>[0], ...more: string[]) => {
    written?.remove()
    written = testApp(stacks)
    return cfstack(['deploy', '--manifest', written.manifest, ...more], endpoint.env)
  }
  const statuses = (stdout: string) =>
    (JSON.parse(stdout) as Document).stacks.map(({ stack, status }) => `${stack} ${status}`)

  it('creates all stacks, feeds outputs to parameters, and has nothing to do afterwards', async () => {
    const first = await deploy(app(), '--yes', '--json')
    expect(first.code, first.stderr).to.equal(0)
    expect(statuses(first.stdout)).to.deep.equal(
      ['base', 'other', 'middle', 'last'].map((name) => `${name} CREATE_COMPLETE`),
    )
    const second = await deploy(app(), '--yes', '--json')
    expect([second.code, statuses(second.stdout)]).to.deep.equal([
      0,
      ['base', 'other', 'middle', 'last'].map((name) => `${name} no-changes`),
    ])
  })

  it('stops only what needs a failed stack, and sums up', async () => {
    const { code, stdout, stderr } = await deploy(app('NoSuchType'), '--yes')
    expect(code).to.equal(1)
    expect(stderr).to.match(/^Cannot create stack "middle": Setting \(AWS::SSM::Parameter, .*NoSuchType/)
    expect(stdout.slice(stdout.indexOf('  base    ')).replaceAll(/\d+ s\b/g, 'N s')).to.equal(
      [
        '  base    CREATE_COMPLETE  N s',
        '  other   CREATE_COMPLETE  N s',
        '  middle  failed: DELETE_COMPLETE  N s',
        '  last    not deployed: it needs middle',
        '2 of 4 stacks are as they should be, after N s\n',
      ].join('\n'),
    )
    expect(await deployed(endpoint, 'last')).to.equal(undefined)
  })

  it('deploys the named stacks only, and needs approval without a terminal, 4', async () => {
    const { code, stdout } = await deploy(app(), 'base', 'other', '--json')
    expect([code, statuses(stdout)]).to.deep.equal([4, ['base failed', 'other failed']])
    expect(await deployed(endpoint, 'base')).to.equal(undefined)
  })

  it('approves what destroys nothing with --approve non-destructive', async () => {
    const first = await deploy({ base: { template: topic('one') } }, 'base', '--approve', 'non-destructive')
    expect(first.code, first.stderr).to.equal(0)
    const emptied = { ...topic('one'), Resources: { Other: { Type: 'AWS::SNS::Topic' } }, Outputs: {} }
    const second = await deploy({ base: { template: emptied } }, '--approve', 'non-destructive')
    expect([second.code, second.stderr]).to.deep.equal([
      4,
      'Cannot deploy stack "base": not covered by --approve non-destructive, and there is no terminal: remove News\n' +
        '  hint: Add --yes to execute them without asking; nothing was changed   E_APPROVAL\n',
    ])
  })

  it('deploys each stack to its region, and feeds outputs across them', async () => {
    const { code, stderr } = await deploy(
      {
        base: { template: topic('base'), settings: { region: 'us-east-1' } },
        middle: { template: setting(), settings: { ...from, region: 'eu-west-1' } },
      },
      '--yes',
    )
    expect(code, stderr).to.equal(0)
    Object.assign(process.env, endpoint.env)
    const regionOf = async (region: string, name: string) =>
      (await cloudFormation({ endpoint: endpoint.url, region }).describeStack(name))?.StackId?.split(':')[3]
    expect(await Promise.all([regionOf('us-east-1', 'base'), regionOf('eu-west-1', 'middle')])).to.deep.equal(
      ['us-east-1', 'eu-west-1'],
    )
    expect(await regionOf('eu-west-1', 'base')).to.equal(undefined)
  })

  it('gives a value to one of several stacks, and says which outputs there are', async () => {
    const wrong = app(undefined, { parametersFrom: { From: { stack: 'base', output: 'Nam' } } })
    const failed = await deploy(wrong, '--yes')
    expect(failed.code).to.equal(2)
    expect(failed.stderr).to.contain('stack "base" has no output "Nam"\n  hint: Did you mean "Name"?')
    const given = await deploy(wrong, '--yes', '--param', 'middle:From=here')
    expect(given.code, given.stderr).to.equal(0)
    const unclear = await deploy(wrong, '--yes', '--param', 'From=here')
    expect([unclear.code, unclear.stderr]).to.deep.equal([
      2,
      'Cannot read the command line: --param "From" does not say for which stack\n' +
        '  hint: Write --param STACK:NAME=VALUE, with one of base, other, middle, last   E_USAGE\n',
    ])
  })
})
