import { expect } from 'chai'
import * as ec2 from '../../src/aws/ec2.ts'
import {
  condition,
  equals,
  forEach,
  mapping,
  output,
  parameter,
  ref,
  resource,
  rule,
  stackName,
} from '../../src/index.ts'
import { anchorOfCondition } from '../../src/model/condition.ts'
import { forEachSource } from '../../src/model/for-each.ts'
import { targetOf } from '../../src/model/intrinsic.ts'
import { anchorOfMapping } from '../../src/model/mapping.ts'
import { outputSource } from '../../src/model/output.ts'
import { anchorOfParameter } from '../../src/model/parameter.ts'
import { anchorOf, isResource } from '../../src/model/resource.ts'
import { ruleSource } from '../../src/model/rule.ts'
import type { SourceLine } from '../../src/model/source.ts'

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The line of this file that calls this function. */
function thisLine(): number {
  const frame = (new Error().stack ?? '')
    .split('\n')
    .find((line) => line.includes('resource.test.ts') && !line.includes('thisLine'))
  return Number(/:(\d+):\d+\)?$/.exec(frame ?? '')?.[1])
}

describe('resource()', () => {
  it('prints as the JSON of the resource, and nothing else', () => {
    const vpc = ec2.VPC(
      'Net',
      { CidrBlock: '10.0.0.0/16' },
      { DeletionPolicy: 'Retain', Metadata: { team: 'web' } },
    )
    expect(plain(vpc)).to.deep.equal({
      Type: 'AWS::EC2::VPC',
      DeletionPolicy: 'Retain',
      Metadata: { team: 'web' },
      Properties: { CidrBlock: '10.0.0.0/16' },
    })
    expect(Object.keys(vpc)).to.not.include.members(['id', 'ref', 'att'])
    expect(Object.isFrozen(vpc)).to.equal(true)
  })

  it('leaves Properties out when there are none', () => {
    expect(plain(ec2.InternetGateway('Gateway'))).to.deep.equal({ Type: 'AWS::EC2::InternetGateway' })
  })

  it('yields references that know the resource', () => {
    const vpc = ec2.VPC('Net', { CidrBlock: '10.0.0.0/16' })
    expect(plain([vpc.id, vpc.ref, vpc.att.CidrBlock])).to.deep.equal([
      'Net',
      { Ref: 'Net' },
      { 'Fn::GetAtt': ['Net', 'CidrBlock'] },
    ])
    expect([vpc.ref, vpc.att.CidrBlock].map(targetOf)).to.deep.equal([anchorOf(vpc), anchorOf(vpc)])
    expect(targetOf(ref('Net'))).to.equal(undefined)
  })

  it('makes a resource of any type', () => {
    const custom = resource('Custom::Thing', 'Thing', { ServiceToken: 'arn', Size: 1 })
    expect(plain(custom)).to.deep.equal({
      Type: 'Custom::Thing',
      Properties: { ServiceToken: 'arn', Size: 1 },
    })
    expect([isResource(custom), isResource(plain(custom)), isResource(null)]).to.deep.equal([
      true,
      false,
      false,
    ])
  })
})

describe('source lines', () => {
  const here = (source: SourceLine | undefined): readonly [boolean | undefined, number | undefined] => [
    source?.file.endsWith('test/model/resource.test.ts'),
    source?.line,
  ]

  it('of a resource point to the call, through the generated function', () => {
    const [vpc, line] = [ec2.VPC('Net', { CidrBlock: '10.0.0.0/16' }), thisLine()]
    expect(here(anchorOf(vpc).source())).to.deep.equal([true, line])
  })

  it('of every other element do too', () => {
    const line = thisLine() + 1
    const all = [
      parameter('P'),
      condition('C', equals('a', 'b')),
      mapping('M', { a: { b: 1 } }),
      output('O', stackName),
    ] as const
    const [p, c, m, o] = all
    const sources = [
      anchorOfParameter(p).source(),
      anchorOfCondition(c).source(),
      anchorOfMapping(m).source(),
      outputSource(o),
    ]
    for (const source of sources) {
      expect(source?.file).to.match(/test\/model\/resource\.test\.ts$/)
      expect(source?.line).to.be.within(line, line + 6)
    }
    const [check, loop] = [
      rule('R', { Assertions: [{ Assert: equals('a', 'b') }] }),
      forEach('L', 'Name', ref('List'), {}),
    ]
    expect([ruleSource(check), forEachSource(loop)].map((one) => here(one)[0])).to.deep.equal([true, true])
  })
})
