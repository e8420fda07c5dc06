import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import {
  changeSetName,
  contentHash,
  hashIn,
  isAbandoned,
  isOfDeployment,
  runDescription,
} from '../../../src/deploy/change-set/change-set-name.ts'

const declared = [
  { name: 'Size', type: 'Number', noEcho: false },
  { name: 'Password', type: 'String', noEcho: true },
]
const hash = (values: Record<string, string>, body = '{}') =>
  contentHash('web', body, { settings: {}, declared, given: [{ origin: 'flag', values }] })

describe('contentHash()', () => {
  it('is the same for the same content only, and knows no secret', () => {
    expect(hash({ Size: '1' }))
      .to.equal(hash({ Size: '1' }))
      .and.to.match(/^[0-9a-f]{10}$/)
    expect(hash({ Size: '1' })).not.to.equal(hash({ Size: '2' }))
    expect(hash({ Size: '1' })).not.to.equal(hash({ Size: '1' }, '{ }'))
    expect(hash({ Password: 'a' })).to.equal(hash({ Password: 'b' }))
  })
})

describe('changeSetName()', () => {
  it('is new each time, and tells its hash; names of others tell none', () => {
    const [one, two] = [changeSetName(hash({})), changeSetName(hash({}))]
    expect(one).not.to.equal(two)
    expect([hashIn(one), hashIn(two), hashIn('cdk-deploy-change-set'), hashIn(undefined)]).to.deep.equal([
      hash({}),
      hash({}),
      undefined,
      undefined,
    ])
  })
})

describe('isAbandoned()', () => {
  const ended = spawnSync(process.execPath, ['-e', 'process.stdout.write(String(process.pid))'])
  const here = runDescription()

  it('is true for runs of this machine that have ended', () => {
    const gone = here.replace(String(process.pid), ended.stdout.toString())
    expect(isAbandoned(gone)).to.equal(true)
  })

  it('is false for this run, for running ones, for other machines and for what is no run', () => {
    const elsewhere = here.replace(/machine \w+/, 'machine 00000000').replace(/\d+$/, ended.stdout.toString())
    const parent = here.replace(/\d+$/, String(process.ppid))
    expect([here, parent, elsewhere, 'a plan', undefined].map(isAbandoned)).to.deep.equal([
      false,
      false,
      false,
      false,
      false,
    ])
    expect([isOfDeployment(elsewhere), isOfDeployment('a plan')]).to.deep.equal([true, false])
  })
})
