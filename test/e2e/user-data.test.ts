import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'chai'
import { cluster } from '../../src/index.ts'
import { existing, propertiesOf } from '../resources/template-of.ts'
import { root } from './cfstack.ts'
import { toolPaths } from './endpoints.ts'

interface Part {
  readonly type: string
  readonly text: string
  readonly faults: readonly string[]
}

describe('user data of hosts, as cloud-init reads it', () => {
  const partsOf = (content?: string): readonly Part[] => {
    const main = cluster('Main', {
      ...existing,
      dockerAuthType: 'dockercfg',
      dockerAuthData: '{}',
      ...(content !== undefined && { extraCloudConfig: { content } }),
    })
    const { UserData } = propertiesOf(main, 'MainLaunchTemplate')['LaunchTemplateData']
    return readParts(textOf(UserData))
  }

  it('is a script that the shell and shellcheck take', () => {
    const [script, ...others] = partsOf()
    expect(others).to.deep.equal([])
    expect(script?.type).to.equal('text/x-shellscript')
    const check = (command: string, args: readonly string[]) =>
      spawnSync(command, args, { input: script?.text ?? '', encoding: 'utf8' })
    expect(check('bash', ['-n'])).to.deep.include({ status: 0, stderr: '' })
    const shellcheck = check(join(root, '.tools/debian/usr/bin/shellcheck'), ['--severity=warning', '-'])
    expect(shellcheck.stdout).to.equal('')
  })

  it('has further parts in a message, cloud-config that is valid by its schema', () => {
    const parts = partsOf('#cloud-config\npackages:\n  - jq\nruncmd:\n  - [touch, /run/ready]\n')
    expect(parts.map(({ type, faults }) => ({ type, faults }))).to.deep.equal([
      { type: 'text/x-shellscript', faults: [] },
      { type: 'text/cloud-config', faults: [] },
    ])
    expect(partsOf('#cloud-config\nruncmd: 5\n')[1]?.faults.join()).to.contain('runcmd')
  })

  it('stays under the 16 KB that EC2 takes', () => {
    const text = partsOf().map((part) => part.text)
    expect(Buffer.byteLength(text.join(''))).to.be.lessThan(16384)
  })
})

/** The text of user data with something in place of what is known only when the stack is deployed. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const [[name, argument] = []] = Object.entries(value as object) as [string, unknown][]
  if (name === 'Fn::Base64') return textOf(argument)
  if (name === 'Fn::Sub') return String(argument).replace(/\$\{[^}]*\}/g, 'value')
  if (name !== 'Fn::Join') return 'value'
  const [separator, parts] = argument as readonly [string, readonly unknown[]]
  return parts.map(textOf).join(separator)
}

function readParts(text: string): readonly Part[] {
  const script = join(root, 'test/e2e/cloud-init.py')
  const packages = join(root, '.tools/debian/usr/lib/python3/dist-packages')
  const { stdout, stderr, status } = spawnSync(toolPaths.python, [script], {
    input: text,
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: packages },
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Part)
}
