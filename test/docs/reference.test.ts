import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { groups } from '../../scripts/reference/samples.ts'
import { allOptions, readSources } from '../../scripts/reference/read-sources.ts'

/** They make no resources, or one that has its options in the call. */
const noFragments = [
  'aliasRecord',
  'amazonLinux',
  'cidrPlan',
  'ecsOptimized',
  'managedPolicy',
  'regionCidr',
  'resolverAddress',
  'userData',
]

describe('the reference of the fragments', () => {
  const sources = readSources(new URL('../../src/resources/', import.meta.url).pathname)

  it('has a page for each fragment that the package exports', () => {
    const index = readFileSync(new URL('../../src/index.ts', import.meta.url), 'utf8')
    const exported = [...index.matchAll(/^export \{ (.*) \} from '\.\/resources\//gm)].flatMap(
      ([, names = '']) => names.split(', '),
    )
    const pages = groups.flatMap(({ samples }) => Object.keys(samples))
    expect([...pages].sort()).to.deep.equal(exported.filter((name) => !noFragments.includes(name)).sort())
  })

  it('knows options of an interface and of what it extends, but for those left out', () => {
    const names = allOptions('SharedLoadBalancerOptions', sources).map(({ name }) => name)
    expect(names).to.deep.equal([
      'subnets',
      'securityGroups',
      'public',
      'certificate',
      'idleTimeout',
      'accessLogs',
      'accessLogPrefix',
      'port',
      'redirect',
    ])
  })

  it('reads what an option says of itself', () => {
    expect(allOptions('FlowLogsOptions', sources).find(({ name }) => name === 'interval')).to.deep.equal({
      name: 'interval',
      optional: true,
      type: '60 | 600',
      doc: 'Seconds that packets are gathered before they are noted. The default is 600.',
    })
  })
})
