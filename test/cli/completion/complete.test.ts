import { expect } from 'chai'
import { complete, type CompletionFacts } from '../../../src/cli/completion/complete.ts'
import { commandList } from '../../../src/cli/command-list.ts'

const facts: CompletionFacts = {
  commands: commandList,
  stacks: (manifest) => (manifest === 'other.json' ? ['other'] : ['segment', 'shop']),
  regions: () => ['eu-west-1', 'eu-west-2', 'us-east-1'],
  profiles: () => ['work', 'home'],
}

describe('complete()', () => {
  const cases: readonly (readonly [line: string, ...expected: readonly string[]])[] = [
    ['dr', 'drift'],
    ['status ', 'segment', 'shop'],
    ['status s', 'segment', 'shop'],
    ['delete shop ', 'segment'],
    ['status --manifest other.json ', 'other'],
    ['status --manifest=other.json o', 'other'],
    ['status segment --region eu-', 'eu-west-1', 'eu-west-2'],
    ['status segment --profile ', 'work', 'home'],
    ['events --sin', '--since'],
    ['doctor segment --do can', 'cancel'],
    ['status --stack-name se', 'segment'],
    ['plan segment --out '],
    ['plan segment --ye'],
    ['plan segment --markdown sh', 'shop'],
    ['validate x'],
    ['nothing s'],
    ['completion b', 'bash'],
    ['sandbox se', 'serve', 'secret'],
    ['sandbox fail --on r', 'rollback'],
    ['packer b', 'build'],
    ['sandbox fail s'],
    // A flag that is there is not offered again, one that may be repeated is.
    ['rollback segment --skip A --force --s', '--sandbox', '--speed', '--stack-name', '--skip'],
    ['rollback segment --force --fo'],
  ]
  for (const [line, ...expected] of cases) {
    it(`"${line}": ${expected.join(', ') || 'nothing'}`, async () => {
      const found = await complete(line.split(' '), facts)
      expect(found.map(({ word }) => word)).to.deep.equal(expected)
    })
  }

  it('knows the parameters of the template', async () => {
    const line = 'create --template test/e2e/fixtures/queue.json --stack-name q --queue'
    expect(await complete(line.split(' '), facts)).to.deep.equal([
      { word: '--queue-name', about: 'Name of the queue (String)' },
    ])
  })

  it('says what a word is about', async () => {
    expect(await complete(['canc'], facts)).to.deep.equal([
      { word: 'cancel', about: 'Cancel a running update' },
    ])
  })
})
