import { expect } from 'chai'
import { Bucket } from '../../src/aws/s3.ts'
import { Parameter as ssm } from '../../src/aws/ssm.ts'
import { compose, output, parameter, stack, type StackSettings } from '../../src/index.ts'
import { problemsOf } from './problems-of.ts'

const logs = Bucket('Logs')
const base = stack('base', {}, { logs, out: output('Name', logs.ref) })
const reading = (name: string, parametersFrom: NonNullable<StackSettings['parametersFrom']>) => {
  const from = parameter('From')
  return stack(name, { parametersFrom }, { from, read: ssm('Read', { Type: 'String', Value: from.ref }) })
}

describe('parametersFrom', () => {
  it('puts the stack after those that feed it, and does not mind stacks outside of the app', () => {
    const web = reading('web', { From: { stack: 'base', output: 'Name' } })
    const other = reading('other', { From: { stack: 'elsewhere', output: 'Name' } })
    expect(compose([web, other, base]).map((one) => [one.stack.name, one.dependsOn])).to.deep.equal([
      ['base', []],
      ['web', ['base']],
      ['other', []],
    ])
  })

  it('names a parameter that no fragment declares', () => {
    const web = reading('web', {
      From: { stack: 'base', output: 'Name' },
      Form: { stack: 'base', output: 'Name' },
    })
    expect(problemsOf(base, web).map(({ code, hint }) => [code, hint])).to.deep.equal([
      ['E_UNKNOWN_PARAMETER', 'It has From'],
    ])
  })

  it('can not go in a circle', () => {
    const one = reading('one', { From: { stack: 'two', output: 'Name' } })
    const two = reading('two', { From: { stack: 'one', output: 'Name' } })
    expect(problemsOf(one, two).map(({ code, message }) => [code, message])).to.deep.equal([
      ['E_STACK_CYCLE', 'stacks need each other: one → two → one'],
    ])
  })
})
