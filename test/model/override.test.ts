import { expect } from 'chai'
import * as s3 from '../../src/aws/s3.ts'
import * as ec2 from '../../src/aws/ec2.ts'
import { CfstackError, compose, noValue, output, override, stack } from '../../src/index.ts'
import { anchorOf } from '../../src/model/resource.ts'
import { targetOf } from '../../src/model/intrinsic.ts'

function network(name: string) {
  const vpc = ec2.VPC(`${name}Vpc`, {
    CidrBlock: '10.0.0.0/16',
    EnableDnsSupport: true,
    Tags: [{ Key: 'a', Value: 'b' }],
  })
  const zones = ['a', 'b'].map((zone) => ({
    subnet: ec2.Subnet(`${name}${zone.toUpperCase()}`, { VpcId: vpc.ref }),
  }))
  return { vpc, zones, cidr: vpc.att.CidrBlock }
}
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('override()', () => {
  it('merges objects, replaces lists and values, removes what is undefined', () => {
    const changed = override(network('Net'), {
      vpc: {
        DeletionPolicy: 'Retain',
        Properties: {
          EnableDnsSupport: undefined,
          InstanceTenancy: 'dedicated',
          Tags: [{ Key: 'c', Value: 'd' }],
        },
      },
    })
    expect(plain(changed.vpc)).to.deep.equal({
      Type: 'AWS::EC2::VPC',
      DeletionPolicy: 'Retain',
      Properties: {
        CidrBlock: '10.0.0.0/16',
        InstanceTenancy: 'dedicated',
        Tags: [{ Key: 'c', Value: 'd' }],
      },
    })
  })

  it('replaces intrinsics whole, and takes a function of the original', () => {
    const net = network('Net')
    const once = override(net, {
      zones: { 1: { subnet: { Properties: { VpcId: 'vpc-1', CidrBlock: noValue } } } },
    })
    expect(plain(once.zones[1]?.subnet.Properties)).to.deep.equal({
      VpcId: 'vpc-1',
      CidrBlock: { Ref: 'AWS::NoValue' },
    })
    expect(once.zones[0]).to.deep.equal(net.zones[0])
    const twice = override(once, { vpc: (vpc) => ({ Metadata: { was: vpc.Properties?.CidrBlock } }) })
    expect(plain(twice.vpc.Metadata)).to.deep.equal({ was: '10.0.0.0/16' })
  })

  it('leaves the original as it was', () => {
    const net = network('Net')
    const before = plain(net)
    override(net, { vpc: { Properties: { CidrBlock: '10.9.0.0/16' } } })
    expect(plain(net)).to.deep.equal(before)
  })

  it('keeps references: those made before mean the changed resource', () => {
    const net = network('Net')
    const changed = override(net, { vpc: { Properties: { CidrBlock: '10.9.0.0/16' } } })
    expect(anchorOf(changed.vpc)).to.equal(anchorOf(net.vpc))
    expect(targetOf(net.vpc.ref)).to.equal(anchorOf(changed.vpc))
    const [built] = compose([stack('net', {}, { changed, out: output('Cidr', net.cidr) })])
    expect(built?.template.Resources['NetVpc']?.Properties).to.include({ CidrBlock: '10.9.0.0/16' })
    expect(built?.template.Resources['NetA']?.Properties).to.deep.equal({ VpcId: { Ref: 'NetVpc' } })
  })

  it('refuses a handle that the fragment does not have', () => {
    const wrong = { zones: { 7: { subnet: {} } } }
    expect(() => override(network('Net'), wrong)).to.throw(
      CfstackError,
      'Cannot override "zones.7": the fragment has no such part',
    )
  })
})

describe('override() of fragments that are no plain objects', () => {
  class Storage {
    readonly bucket = s3.Bucket('Logs')
    get name() {
      return this.bucket.id
    }
  }

  it('changes what an instance of a class holds, and keeps its class', () => {
    const changed = override(new Storage(), { bucket: { Properties: { BucketName: 'logs' } } })
    expect(changed).to.be.instanceOf(Storage)
    expect(changed.bucket.Properties).to.deep.equal({ BucketName: 'logs' })
    expect(changed.name).to.equal('Logs')
  })

  it('changes what an object without a prototype holds', () => {
    const bare = Object.assign(Object.create(null) as object, { bucket: s3.Bucket('Logs') })
    const changed = override(bare, { bucket: { Properties: { BucketName: 'logs' } } })
    expect(changed.bucket.Properties).to.deep.equal({ BucketName: 'logs' })
  })

  it('gives a function what the changes before it made', () => {
    const bucket = s3.Bucket('Logs')
    const changed = override(
      { bucket, all: [bucket] },
      {
        bucket: { Properties: { BucketName: 'logs' } },
        all: { 0: (one) => ({ Properties: { BucketName: `${String(one.Properties?.BucketName)}-2` } }) },
      },
    )
    expect(changed.all[0]?.Properties).to.deep.equal({ BucketName: 'logs-2' })
  })

  it('refuses a change that is none', () => {
    expect(() => override({ bucket: s3.Bucket('Logs') }, { bucket: null as never })).to.throw(
      'Cannot override "bucket": the change is not an object',
    )
  })
})
