import { expect } from 'chai'
import * as ec2 from '../../src/aws/ec2.ts'
import * as s3 from '../../src/aws/s3.ts'
import { Parameter as ssm } from '../../src/aws/ssm.ts'
import { compose, condition, equals, output, parameter, region, stack, sub } from '../../src/index.ts'
import type { ComposedStack, Stack, Value } from '../../src/index.ts'
import { problemsOf, problemsWith } from './problems-of.ts'

const logs = s3.Bucket('Logs')
const reader = (id: string, value: Value<string>) =>
  stack('reader', {}, { read: ssm(id, { Type: 'String', Value: value }) })

const outputsOf = (made: readonly ComposedStack[]) => made[0]?.template.Outputs

/** What a build with these stacks leaves behind for the next. */
const previousOf = (...stacks: Stack[]) =>
  Object.fromEntries(compose(stacks).map(({ stack: { name }, ...rest }) => [name, rest]))

describe('an output that another stack reads', () => {
  it('is there once with an output of the fragments that gives the same', () => {
    const own = output('Logs', logs.ref, { description: 'Where logs go' })
    expect(outputsOf(compose([stack('base', {}, { logs, own }), reader('P', logs.ref)]))).to.deep.equal({
      Logs: { Description: 'Where logs go', Value: { Ref: 'Logs' }, Export: { Name: 'base-Logs' } },
    })
  })

  it('never replaces an output of the fragments', () => {
    const own = output('Logs', 'something else')
    const found = problemsOf(stack('base', {}, { logs, own }), reader('P', logs.ref))
    expect(found.map((one) => [one.code, one.id])).to.deep.equal([['E_OUTPUT_ID', 'Logs']])
  })

  it('shares its export name with no other output', () => {
    const own = output('Other', logs.ref, { exportName: 'base-Logs' })
    const found = problemsOf(stack('base', {}, { logs, own }), reader('P', logs.ref))
    expect(found.map((one) => [one.code, one.id])).to.deep.equal([['E_OUTPUT_ID', 'Other']])
  })

  it('has an id of its own when id and attribute together are the id of another resource', () => {
    const net = ec2.VPC('Net', { CidrBlock: '10.30.0.0/16' })
    const odd = s3.Bucket('NetCidrBlock')
    const made = compose([
      stack('base', {}, { net, odd }),
      reader('P', sub`${net.att.CidrBlock} ${odd.ref} ${net.ref}`),
    ])
    expect(outputsOf(made)).to.have.keys('NetCidrBlockAtt', 'NetCidrBlock', 'Net')
    expect(made[1]?.template.Resources['P']?.Properties?.['Value']).to.deep.equal({
      'Fn::Sub': [
        '${NetCidrBlock2} ${NetCidrBlock} ${Net}',
        {
          NetCidrBlock2: { 'Fn::ImportValue': 'base-NetCidrBlockAtt' },
          NetCidrBlock: { 'Fn::ImportValue': 'base-NetCidrBlock' },
          Net: { 'Fn::ImportValue': 'base-Net' },
        },
      ],
    })
  })

  it('uses the parameter that it gives', () => {
    const key = parameter('Key')
    expect(problemsOf(stack('base', {}, { logs, key }), reader('P', key.ref))).to.deep.equal([])
  })
})

describe('a value of a stack in another account', () => {
  const reading = stack(
    'web',
    { account: '222222222222' },
    { read: ssm('P', { Type: 'String', Value: logs.ref }) },
  )

  it('is read by a role of that account', () => {
    const outputReaderRole = 'arn:aws:iam::111111111111:role/reader'
    const base = stack('base', { account: '111111111111', outputReaderRole }, { logs })
    expect(compose([base, reading])[1]?.template.Resources['P']?.Properties?.['Value']).to.deep.equal({
      'Fn::GetStackOutput': { StackName: 'base', OutputName: 'Logs', RoleArn: outputReaderRole },
    })
  })

  it('is out of reach without one', () => {
    const found = problemsOf(stack('base', { account: '111111111111' }, { logs }), reading)
    expect(found.map((one) => [one.code, one.id])).to.deep.equal([['E_NO_READER_ROLE', 'P']])
  })
})

describe('an export that is kept', () => {
  it('has the condition that its resource has now', () => {
    const sometimes = condition('Sometimes', equals(region, 'us-west-2'))
    const before = s3.Bucket('Logs', {}, { Condition: sometimes })
    const previous = previousOf(stack('base', {}, { before, sometimes }), reader('P', before.ref))
    expect(outputsOf(compose([stack('base', {}, { logs })], { previous }))).to.deep.equal({
      Logs: { Value: { Ref: 'Logs' }, Export: { Name: 'base-Logs' } },
    })
  })

  it('never replaces an output of the fragments', () => {
    const previous = previousOf(stack('base', {}, { logs }), reader('P', logs.ref))
    const now = stack('base', {}, { logs, own: output('Logs', 'something else') })
    expect(problemsWith({ previous }, now).map((one) => one.code)).to.deep.equal(['E_OUTPUT_ID'])
    expect(problemsOf(now)).to.deep.equal([])
  })
})
