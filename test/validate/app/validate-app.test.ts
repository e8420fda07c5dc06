import { expect } from 'chai'
import { validateApp } from '../../../src/validate/app/validate-app.ts'

const ref = (Ref: string): object => ({ Ref })
const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } }
const subnet = (n: number): object => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId: ref('Vpc'), CidrBlock: `10.0.${n}.0/24` },
})
const network = (Outputs: object, more: object = {}): object => ({
  Resources: { Vpc: vpc, A: subnet(0), B: subnet(1), ...more },
  Outputs,
})
const exported = (Name: unknown, Value: unknown = ref('Vpc')): object => ({ Value, Export: { Name } })
const web = (name: unknown, more: object = {}): object => ({
  ...more,
  Resources: {
    Group: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: { GroupDescription: 'Web', VpcId: { 'Fn::ImportValue': name } },
    },
  },
})
/** What is found in the network, whose template was `before`, beside a template that imports `name`. */
const found = (before: object, after: object, name: unknown, more: object = {}): readonly string[] =>
  validateApp([
    { shown: 'network', name: 'network', template: after, previous: before },
    { shown: 'web', template: web(name, more) },
  ])
    .flat()
    .map(({ code, level, path }) => `${code} ${level} ${path.join('.')}`)

describe('validateApp()', () => {
  it('CFS2401 names the export that is gone, and who imports it', () => {
    const before = network({ VpcId: exported('net-vpc') })
    const stacks = [
      { shown: 'network', template: network({ VpcId: { Value: ref('Vpc') } }), previous: before },
      { shown: 'web', template: web('net-vpc') },
    ]
    expect(validateApp(stacks)).to.deep.equal([
      [
        {
          code: 'CFS2401',
          level: 'error',
          path: ['Outputs', 'VpcId'],
          message: 'Export "net-vpc" of output "VpcId" is gone, and "web" still imports it',
          hint: 'Keep the export until the import is deployed away, then remove it in a second deployment',
        },
      ],
      [],
    ])
  })

  it('CFS2401 is silent when nothing imports the export, or it stands under another output', () => {
    const before = network({ VpcId: exported('net-vpc') })
    expect(found(before, network({}), 'net-other')).to.deep.equal([])
    expect(found(before, network({ TheVpc: exported('net-vpc') }), 'net-vpc')).to.deep.equal([])
    expect(found(before, network({}), 'net-vpc')).to.deep.equal(['CFS2401 error Outputs'])
  })

  it('CFS2401 reads names made of the stack and of parameters', () => {
    const before = network({ VpcId: exported({ 'Fn::Sub': '${AWS::StackName}-vpc' }) })
    const Parameters = { Network: { Type: 'String', Default: 'network' } }
    const name = { 'Fn::Join': ['-', [ref('Network'), 'vpc']] }
    expect(found(before, network({}), name, { Parameters })).to.deep.equal(['CFS2401 error Outputs'])
    expect(found(before, network({}), name, { Parameters: { Network: { Type: 'String' } } })).to.deep.equal(
      [],
    )
  })

  it('CFS2401 and CFS2402 keep to a region', () => {
    const stacks = (region: string): readonly string[] =>
      validateApp([
        {
          shown: 'network',
          template: network({}),
          previous: network({ VpcId: exported('v') }),
          region: 'eu-west-1',
        },
        { shown: 'web', template: web('v'), region },
      ])
        .flat()
        .map(({ code }) => code)
    expect([stacks('eu-west-1'), stacks('us-east-1')]).to.deep.equal([['CFS2401'], []])
  })

  it('CFS2402 finds another value, and other items of a list', () => {
    const one = (value: unknown): object => network({ Out: exported('net-out', value) })
    const list = (...ids: readonly string[]): object => ({ 'Fn::Join': [',', ids.map(ref)] })
    const changed: readonly (readonly [unknown, unknown])[] = [
      [ref('A'), ref('B')],
      ['a', 'b'],
      [list('A'), list('A', 'B')],
      [list('A', 'B'), list('B', 'A')],
    ]
    for (const [was, is] of changed)
      expect(found(one(was), one(is), 'net-out')).to.deep.equal(['CFS2402 error Outputs.Out.Value'])
    const same: readonly (readonly [unknown, unknown])[] = [
      [ref('A'), ref('A')],
      [list('A', 'B'), { 'Fn::Sub': '${A},${B}' }],
      [ref('A'), { 'Fn::ImportValue': 'elsewhere' }],
    ]
    for (const [was, is] of same) expect(found(one(was), one(is), 'net-out')).to.deep.equal([])
  })

  it('CFS2403 finds a slip in the name of an import', () => {
    const now = network({ VpcId: exported('net-vpc') })
    expect(found(now, now, 'net-vcp')).to.deep.equal([
      'CFS2403 warning Resources.Group.Properties.VpcId.Fn::ImportValue',
    ])
    expect(found(now, now, 'database-endpoint')).to.deep.equal([])
  })

  it('never throws', () => {
    for (const template of [
      null,
      1,
      [],
      {},
      { Outputs: { A: null, B: { Export: 1 }, C: { Export: { Name: {} } } } },
    ])
      expect(validateApp([{ shown: 'a', template, previous: template }])).to.deep.equal([[]])
  })
})
