import type { Resource } from '@aws-cdk/service-spec-types'
import { expect } from 'chai'
import { loadDatabase } from '../../../scripts/spec/load.ts'
import { makeLive } from '../../../src/sandbox/live.ts'
import { attributeOf } from '../../../src/sandbox/types/attribute.ts'
import { makePhysicalId } from '../../../src/sandbox/types/physical-id.ts'
import { refOf } from '../../../src/sandbox/types/ref.ts'
import type { JsonObject, LiveResource, World } from '../../../src/sandbox/world.ts'
import { typeCatalog } from '../../../src/validate/schemas/type-catalog.ts'
import { emptyWorld, place, stack } from '../empty-world.ts'

/** Types whose ids follow from a property that their schemas require, and what tells two of them apart. */
const needed: { readonly [type: string]: (number: number) => JsonObject } = {
  'AWS::IAM::OIDCProvider': (number) => ({ Url: `https://oidc.example.com/${number}` }),
  'AWS::Lambda::Url': (number) => ({ TargetFunctionArn: `function-${number}` }),
  'AWS::Lambda::Version': (number) => ({ FunctionName: `function-${number}` }),
  'AWS::SecretsManager::RotationSchedule': (number) => ({ SecretId: `secret-${number}` }),
  'AWS::SNS::Subscription': () => ({ TopicArn: 'arn:aws:sns:eu-west-1:123456789012:orders' }),
}

function make(world: World, type: string, properties: JsonObject = {}): LiveResource {
  const logicalId = `Thing${Object.keys(world.live).length}`
  const physicalId = makePhysicalId(world, { place, stack, logicalId, type, properties })
  const owner = { stackId: stack.id, logicalId }
  return makeLive(world, { place, type, physicalId, properties, attributes: {}, owner })
}

describe('attributeOf()', () => {
  let resources: readonly Resource[]

  before(async () => {
    resources = [...(await loadDatabase()).all('resource')]
  })

  function judged(
    judge: (one: LiveResource, other: LiveResource, resource: Resource) => readonly string[],
  ): readonly string[] {
    const world = emptyWorld()
    return resources.flatMap((resource) => {
      const type = resource.cloudFormationType
      const [one = {}, other = {}] = [1, 2].map((number) => needed[type]?.(number) ?? {})
      return judge(make(world, type, one), make(world, type, other), resource)
    })
  }

  it('gives a value of its kind for every attribute of every type', () => {
    const wrong = judged((live, _, { cloudFormationType, attributes }) =>
      Object.entries(attributes)
        .filter(([name, { type }]) => !isOfKind(attributeOf(live, name), type.type))
        .map(([name]) => `${cloudFormationType}.${name}: ${JSON.stringify(attributeOf(live, name))}`),
    )
    expect(wrong).to.deep.equal([])
  })

  it('gives no form that is not filled', () => {
    const wrong = judged((live, _, { cloudFormationType, attributes }) =>
      Object.keys(attributes)
        .filter((name) => /[{}]|undefined|^$/.test(textOf(attributeOf(live, name))))
        .map((name) => `${cloudFormationType}.${name}: ${textOf(attributeOf(live, name))}`),
    )
    expect(wrong).to.deep.equal([])
  })

  it('gives an ARN where the name says so', () => {
    const arn = /^arn:aws:[a-z0-9-]+:(eu-west-1|us-east-1|\*|):(123456789012|aws|):[^\s{}]+$/
    const wrong = judged((live, _, { cloudFormationType, attributes }) =>
      Object.entries(attributes)
        .filter(([name, { type }]) => /Arn$/i.test(name) && type.type === 'string')
        .map(([name]) => `${cloudFormationType}.${name}: ${String(attributeOf(live, name))}`)
        .filter((line) => !arn.test(line.slice(line.indexOf(': ') + 2))),
    )
    expect(wrong).to.deep.equal([])
  })

  it('tells two resources of a type apart by what identifies them, and by their ARNs', () => {
    const wrong = judged((one, other, { cloudFormationType, attributes }) => {
      const names = Object.keys(attributes).filter((name) => name === 'Arn' || name === 'Id')
      const same = names.filter((name) => attributeOf(one, name) === attributeOf(other, name))
      return refOf(one) === refOf(other)
        ? [`${cloudFormationType}: ${refOf(one)}`]
        : same.map((name) => `${cloudFormationType}.${name}: ${attributeOf(one, name)}`)
    })
    expect(wrong).to.deep.equal([])
  })

  it('gives something for every attribute that validation knows', () => {
    const world = emptyWorld()
    const catalog = typeCatalog()
    const wrong = catalog.names().flatMap((type) => {
      const live = make(world, type, needed[type]?.(1))
      const names = (catalog.attributes(type) ?? []).filter((name) => name !== '*')
      return names.filter((name) => attributeOf(live, name) === undefined).map((name) => `${type}.${name}`)
    })
    expect(wrong).to.deep.equal([])
  })

  it('gives any text for a custom resource, after what it was given', () => {
    const live = make(emptyWorld(), 'Custom::Thing')
    live.attributes = { Url: 'https://example.com' }
    expect(attributeOf(live, 'Url')).to.equal('https://example.com')
    expect(attributeOf(live, 'Anything')).to.match(/^[a-z0-9]{16}$/)
  })

  it('gives the same when it is asked again, and nothing for what is no attribute', () => {
    const live = make(emptyWorld(), 'AWS::EC2::VPC', { CidrBlock: '10.1.0.0/16' })
    const asked = ['VpcId', 'CidrBlock', 'DefaultSecurityGroup', 'Nope'].map((name) =>
      attributeOf(live, name),
    )
    expect(asked).to.deep.equal(
      ['VpcId', 'CidrBlock', 'DefaultSecurityGroup', 'Nope'].map((name) => attributeOf(live, name)),
    )
    expect(asked).to.deep.equal([live.physicalId, '10.1.0.0/16', asked[2], undefined])
  })
})

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join('') + '-' : '-'
}

function isOfKind(value: unknown, kind: string): boolean {
  if (kind === 'array') return Array.isArray(value)
  if (kind === 'string' || kind === 'boolean') return typeof value === kind
  if (kind === 'integer' || kind === 'number') return typeof value === 'number'
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
