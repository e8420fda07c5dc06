import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { fileKeeper, type Keeper } from '../../../src/sandbox/store/keeper.ts'
import { newWorld } from '../../../src/sandbox/store/new-world.ts'
import type { World } from '../../../src/sandbox/world.ts'

const writer = fileURLToPath(new URL('world-writer.ts', import.meta.url))

function started(file: string) {
  return spawn(process.execPath, ['--import=tsx', writer, file], { stdio: ['ignore', 'pipe', 'inherit'] })
}

describe('fileKeeper()', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cfstack-keeper-'))
    file = join(folder, '.cfstack/sandbox.json')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const open = (): Keeper => fileKeeper(file, () => newWorld('a', 0))
  const draws = (keeper: Keeper): number =>
    keeper.use(({ world }) => ({ result: world.draws, world, changed: false }))
  const draw = (keeper: Keeper): void =>
    keeper.use(({ world }) => ({ result: void world.draws++, world, changed: true }))

  it('lets two of them see what the other has done', () => {
    const [one, other] = [open(), open()]
    draw(one)
    draw(other)
    draw(one)
    expect([draws(one), draws(other), draws(open())]).to.deep.equal([3, 3, 3])
  })

  it('keeps its folder out of git', () => {
    draw(open())
    expect(readFileSync(join(folder, '.cfstack/.gitignore'), 'utf8')).to.equal('*\n')
  })

  it('forgets what was done by work that failed', () => {
    const keeper = open()
    draw(keeper)
    expect(() =>
      keeper.use(({ world }) => {
        world.draws = 99
        throw new Error('a bug')
      }),
    ).to.throw('a bug')
    expect(draws(keeper)).to.equal(1)
  })

  it('says what to do about a file that is not its own', () => {
    draw(open())
    writeFileSync(file, '{"world":{"version":7}}')
    expect(() => draws(open())).to.throw(
      `Cannot read the state of the sandbox "${file}": it was written by another version of cfstack`,
    )
  })

  it('finds a whole file, and goes on, whenever two processes that write it are killed', async function () {
    this.timeout(60_000)
    let last = 0
    for (let round = 0; round < 6; round++) {
      const writers = [started(file), started(file)]
      await Promise.all(writers.map(({ stdout }) => once(stdout, 'data')))
      await delay(20 + 40 * Math.random())
      for (const one of writers) one.kill('SIGKILL')
      await Promise.all(writers.map((one) => once(one, 'exit')))
      const { world } = JSON.parse(readFileSync(file, 'utf8')) as { readonly world: World }
      const [first, , second] = world.store.secrets['a/b/count']!.split(' ')
      expect([Number(first), Number(second)]).to.deep.equal([world.draws, world.draws])
      expect(world.draws).to.be.greaterThan(last)
      draw(open())
      last = world.draws + 1
      expect(draws(open())).to.equal(last)
      expect(readdirSync(join(folder, '.cfstack')).sort()).to.deep.equal(['.gitignore', 'sandbox.json'])
    }
  })
})
