import { expect } from 'chai'
import * as fc from 'fast-check'
import { cidrPlan, regionCidr } from '../../src/index.ts'
import { blockSize, parseBlock } from '../../src/model/ipv4-block.ts'
import { refusalOf } from './template-of.ts'

describe('cidrPlan()', () => {
  it('cuts 10.30.0.0/16 as the original does', () => {
    expect(cidrPlan()).to.deep.equal({
      base: '10.30.0.0/16',
      zones: [
        { internal: '10.30.0.0/19', external: '10.30.32.0/20', spare: '10.30.48.0/20' },
        { internal: '10.30.64.0/19', external: '10.30.96.0/20', spare: '10.30.112.0/20' },
        { internal: '10.30.128.0/19', external: '10.30.160.0/20', spare: '10.30.176.0/20' },
      ],
      spare: ['10.30.192.0/18'],
    })
  })

  it('leaves the first blocks where they are when a zone is added within the room', () => {
    expect(cidrPlan({ zones: 4 }).zones.slice(0, 3)).to.deep.equal(cidrPlan().zones)
    expect(cidrPlan({ zones: 4 }).zones[3]?.internal).to.equal('10.30.192.0/19')
  })

  it('cuts smaller for more zones, and for other bases', () => {
    expect(cidrPlan({ zones: 6 }).zones[5]).to.deep.equal({
      internal: '10.30.160.0/20',
      external: '10.30.176.0/21',
      spare: '10.30.184.0/21',
    })
    expect(cidrPlan({ base: '192.168.64.0/20', zones: 1, room: 1 }).zones).to.deep.equal([
      { internal: '192.168.64.0/21', external: '192.168.72.0/22', spare: '192.168.76.0/22' },
    ])
  })

  it('never lets blocks overlap, or leave the base', () => {
    const plans = fc.record({
      prefix: fc.integer({ min: 16, max: 22 }),
      zones: fc.integer({ min: 1, max: 16 }),
      net: fc.nat(1000),
    })
    fc.assert(
      fc.property(plans, ({ prefix, zones, net }) => {
        const base = { address: 10 * 2 ** 24 + net * blockSize(prefix), prefix }
        const text = `10.${Math.floor(base.address / 65536) % 256}.${Math.floor(base.address / 256) % 256}.0/${prefix}`
        fc.pre(base.address < 11 * 2 ** 24)
        const plan = cidrPlan({ base: text, zones })
        const blocks = [
          ...plan.zones.flatMap((zone) => [zone.internal, zone.external, zone.spare]),
          ...plan.spare,
        ]
        const sorted = blocks.map(parseBlock).sort((a, b) => a.address - b.address)
        let next = base.address
        for (const block of sorted) {
          if (block.address !== next) return false
          next += blockSize(block.prefix)
        }
        return next === base.address + blockSize(prefix)
      }),
    )
  })

  it('refuses what does not fit, and says what would', () => {
    expect(refusalOf(() => cidrPlan({ base: '10.30.0.0/25', zones: 3 }))).to.equal(
      'E_CIDR Cannot plan addresses in "10.30.0.0/25": 4 zones leave subnets of /29, expected /28 or larger',
    )
    expect(refusalOf(() => cidrPlan({ base: '10.0.0.0/8' }))).to.equal(
      'E_CIDR Cannot plan addresses in "10.0.0.0/8": its prefix is /8, expected /16 to /28',
    )
    expect(refusalOf(() => cidrPlan({ base: '10.30.1.0/16' }))).to.equal(
      'E_CIDR Cannot use address block "10.30.1.0/16": its address has bits beyond the prefix',
    )
    expect(refusalOf(() => cidrPlan({ base: '10.300.0.0/16' }))).to.equal(
      'E_CIDR Cannot read address block "10.300.0.0/16": it is not an IPv4 block',
    )
    expect(refusalOf(() => cidrPlan({ zones: 0 }))).to.equal(
      'E_CIDR Cannot plan addresses for 0 zones: expected a whole number of at least 1',
    )
  })
})

describe('regionCidr()', () => {
  it('counts the second octet up from us-west-2', () => {
    expect(['us-west-2', 'us-east-1', 'us-west-1'].map((region) => regionCidr(region))).to.deep.equal([
      '10.30.0.0/16',
      '10.31.0.0/16',
      '10.32.0.0/16',
    ])
  })

  it('follows a list of your own', () => {
    expect(regionCidr('b', { first: '10.0.0.0/18', regions: ['a', 'b'] })).to.equal('10.0.64.0/18')
  })

  it('refuses a region that is not in the list', () => {
    expect(refusalOf(() => regionCidr('us-wset-2'))).to.equal(
      'E_REGION Cannot choose a block for region "us-wset-2": it is not in the list',
    )
  })
})
