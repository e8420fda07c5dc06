import { expect } from 'chai'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { terminal } from './terminal.ts'

const escape = String.fromCharCode(27)

describe('cfstack validate on a terminal', function () {
  this.timeout(30_000)
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-colours-'))
  const file = join(folder, 'topic.yaml')
  // A template may try to clear the screen of whoever looks at it.
  const template = `Resources:\n  Topic: { Type: AWS::SNS::Topic, Properties: { "Nam\\e[2J": 1 } }\n`
  before(() => writeFileSync(file, template))
  after(() => rmSync(folder, { recursive: true }))

  async function screenOf(env: NodeJS.ProcessEnv): Promise<string> {
    const { CI: _ci, NO_COLOR: _none, FORCE_COLOR: _all, ...rest } = process.env
    const { code, screen } = await terminal(['validate', file], { ...rest, ...env }).ended
    expect(code).to.equal(2)
    return screen
  }

  it('colours levels, and shows control characters of the template as text', async () => {
    const screen = await screenOf({})
    expect(screen).to.contain(`${escape}[31merror E3002${escape}[0m  Property "Nam\\u001b[2J" `)
    expect(screen).not.to.contain(`${escape}[2J`)
    expect(screen).to.match(/topic\.yaml: 1 error\r\n$/)
  })

  for (const name of ['NO_COLOR', 'CI'])
    it(`has no colour with ${name}`, async () => {
      expect(await screenOf({ [name]: '1' })).not.to.contain(escape)
    })
})
