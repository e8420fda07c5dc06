import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { cfstack, cliFile, root } from './cfstack.ts'

/** What bash offers for a line, with the script that `cfstack completion bash` prints. */
function bashOffers(folder: string, line: string): readonly string[] {
  const words = line.split(' ')
  const script = [
    'eval "$(cfstack completion bash)"',
    `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})`,
    `COMP_CWORD=${words.length - 1}`,
    '_cfstack',
    'printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n')
  const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` }
  return execFileSync('bash', ['-c', script], { cwd: root, env, encoding: 'utf8' })
    .split('\n')
    .filter(Boolean)
}

describe('completion', function () {
  this.timeout(30_000)
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-completion-'))
  before(() => {
    const file = join(folder, 'cfstack')
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${cliFile}' "$@"\n`)
    chmodSync(file, 0o755)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('works in bash: commands, stacks of the manifest, flags, parameters', () => {
    expect(bashOffers(folder, 'cfstack rol')).to.deep.equal(['rollback'])
    expect(bashOffers(folder, 'cfstack status seg')).to.deep.equal(['segment'])
    expect(bashOffers(folder, 'cfstack create segment --key')).to.deep.equal(['--key-name'])
    expect(bashOffers(folder, 'cfstack create --template ')).to.deep.equal([])
  })

  it('says nothing when there is nothing to say, and prints the script as JSON too', async () => {
    const silent = await cfstack(['__complete', 'status', 'x'], process.env, folder)
    expect(silent).to.deep.equal({ code: 0, stdout: '', stderr: '' })
    const { stdout } = await cfstack(['completion', 'fish', '--json'])
    expect(JSON.parse(stdout)).to.have.property('shell', 'fish')
    expect((await cfstack(['completion', 'cmd'])).code).to.equal(2)
  })
})
