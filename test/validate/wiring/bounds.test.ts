import { expect } from 'chai'
import { wiring } from '../../../src/validate/checks/wiring/list.ts'
import { createEffort } from '../../../src/validate/effort.ts'
import { runChecks } from '../../../src/validate/run-checks.ts'
import { typeCatalog } from '../../../src/validate/schemas/type-catalog.ts'
import { viewOf, type TemplateView } from '../../../src/validate/template-view.ts'
import type { Timer } from '../../../src/validate/timer.ts'
import { validate } from '../../../src/validate/validate.ts'
import { textParts } from '../../../src/validate/wiring/text-parts.ts'
import { manyCases, manyStatements } from './many-cases.ts'

const never: Timer = { isOver: () => false }
const view = (template: object, timer = never): TemplateView =>
  viewOf({ ...template }, typeCatalog(undefined), { timer })

/** What is broken off when each check has so many steps. */
function brokenOff(template: TemplateView, steps: number): readonly string[] {
  const cut = wiring.filter((check) => !template.effort.within(steps, () => check.run(template, () => {})))
  return [...cut.map(({ rules }) => rules[0].code), ...template.effort.undecided].sort()
}

describe('wiring of very many cases', () => {
  const expected: { readonly [name: string]: readonly string[] } = {
    'an Fn::If of three levels in every value of sixty services': ['CFS0201', 'CFS2204', 'CFS2205'],
    'an Fn::If of five levels in every value of twenty services': [
      'CFS0101',
      'CFS0201',
      'CFS0401',
      'CFS2204',
      'CFS2205',
      'Service0',
      'Service1',
      'Service2',
      'Service3',
    ],
    'four thousand routes that wait for each other': ['CFS0802'],
    'routes that wait for each other in circles': ['CFS0802'],
    'a policy of sixteen thousand patterns': ['Policy'],
    'a policy of six thousand statements': ['Policy'],
    'texts that stand in each other': [],
    'user data that begins a command again and again': [],
    'six thousand subnets of one network': ['CFS2101'],
    'security groups with a thousand rules each way': ['CFS1401', 'Hosts0', 'Hosts1', 'Hosts2', 'Hosts3'],
  }
  for (const [name, make] of Object.entries(manyCases)) {
    it(`is broken off after a number of steps: ${name}`, () => {
      const found = brokenOff(view(make()), 100_000)
      expect(found).to.deep.equal(expected[name])
    })
  }

  it('is broken off when the time is over, in the middle of a check', () => {
    let asked = 0
    const template = view(manyCases['four thousand routes that wait for each other']?.() ?? {}, {
      isOver: () => ++asked > 6000,
    })
    const [check] = wiring.filter(({ rules }) => rules[0].code === 'CFS0802')
    expect(() => check?.run(template, () => {})).to.throw('The time is over')
    expect(asked).to.be.below(6010)
  })

  it('is an info finding for each resource that is left undecided, and says nothing of the others', () => {
    const bucket = { Type: 'AWS::S3::Bucket' }
    const template = view({ Resources: { ...manyStatements().Resources, Store: bucket } })
    const found = runChecks(template, { written: template.root, timer: never, sources: {} })
    expect(found.filter(({ code }) => code === 'CFS0001')).to.deep.equal([
      {
        code: 'CFS0001',
        level: 'info',
        path: ['Resources', 'Policy'],
        logicalId: 'Policy',
        message: 'There are too many cases of "Policy": not everything about it was decided',
      },
    ])
    expect(found.map(({ code, logicalId }) => `${code} ${logicalId}`)).to.include('CFS2001 Store')
  })

  it('is judged like any other below that: sixty services with one Fn::If each', () => {
    const Conditions = { Prod: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } }
    const Resources: { [id: string]: object } = {}
    for (let i = 0; i < 60; i++) {
      Resources[`Task${i}`] = {
        Type: 'AWS::ECS::TaskDefinition',
        Properties: { ContainerDefinitions: [{ Name: 'app', PortMappings: [{ ContainerPort: 80 }] }] },
      }
      const ContainerName = { 'Fn::If': ['Prod', 'app', 'other'] }
      Resources[`Service${i}`] = {
        Type: 'AWS::ECS::Service',
        Properties: {
          TaskDefinition: { Ref: `Task${i}` },
          LoadBalancers: [{ ContainerName, ContainerPort: 80 }],
        },
      }
    }
    const codes = validate({ Conditions, Resources }, { milliseconds: 60_000 }).map(({ code }) => code)
    expect(codes.filter((code) => code === 'CFS0101')).to.have.lengthOf(60)
    expect(codes).to.not.include('CFS0001')
  })
})

describe('createEffort()', () => {
  it('breaks work off when its steps are made, and goes on with what is around it', () => {
    const effort = createEffort()
    const done: string[] = []
    const isDone = effort.within(10, () => {
      for (const name of ['a', 'b', 'c'])
        done.push(
          `${name} ${effort.within(4, () => {
            effort.spend(name === 'b' ? 5 : 1)
          })}`,
        )
    })
    expect([isDone, done]).to.deep.equal([true, ['a true', 'b false', 'c true']])
  })

  it('counts what is spent inside for the work around it', () => {
    const effort = createEffort()
    const done: boolean[] = []
    const isDone = effort.within(10, () => {
      for (let i = 0; i < 5; i++) done.push(effort.within(4, () => effort.spend(4)))
    })
    expect([isDone, done]).to.deep.equal([false, [true, true]])
  })

  it('lets the errors of the work through', () => {
    const fail = (): void => {
      throw new Error('a mistake')
    }
    expect(() => createEffort().within(10, fail)).to.throw('a mistake')
  })
})

describe('textParts()', () => {
  it('takes no text to pieces that stands for more than ten thousand', () => {
    const inner = { 'Fn::Sub': ['${a}'.repeat(200), { a: 'x' }] }
    expect(textParts(inner)).to.have.lengthOf(200)
    const outer = { 'Fn::Sub': ['${b}'.repeat(200), { b: inner }] }
    expect(textParts(outer)).to.deep.equal([{ call: outer }])
  })
})
