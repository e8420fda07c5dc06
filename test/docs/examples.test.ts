import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { allBlocks } from './code-blocks.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const folder = join(root, '.cfstack/doc-examples')
const blocks = allBlocks(root)
const examples = blocks.filter((block) => block.language === 'ts')

/** Where an example stands on disk: a module of its own inside this package, so that it imports `cfstack` as a user does. */
const fileOf = (index: number): string => join(folder, `example-${index}.ts`)

/** Runs an example as `cfstack build` would, and returns the text of the first template that it makes; empty when it exports no stack. */
function run(file: string): string {
  const script = `
    import { loadApp } from ${JSON.stringify(join(root, 'dist/cli/load/load-app.js'))}
    import { compose } from ${JSON.stringify(join(root, 'dist/index.js'))}
    const stacks = await loadApp(${JSON.stringify(file)}).catch((error) => {
      if (error.code === 'E_APP_EXPORT') return []
      throw error
    })
    if (stacks.length > 0) process.stdout.write(compose(stacks)[0].text)`
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  })
}

describe('examples of README and docs', () => {
  before(() => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    examples.forEach((block, i) => writeFileSync(fileOf(i), block.text))
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../tsconfig.json',
        compilerOptions: { noUnusedLocals: false },
        include: ['.'],
      }),
    )
  })

  it('compile, all of them', function () {
    this.timeout(60_000)
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    try {
      execFileSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { encoding: 'utf8' })
    } catch (error) {
      const output = String((error as { stdout?: string }).stdout)
      expect.fail(output.replaceAll(/example-(\d+)\.ts/g, (_all, i) => examples[Number(i)]?.place ?? ''))
    }
  })

  examples.forEach((block, i) => {
    it(`run: ${block.place}`, () => {
      const next = blocks[blocks.indexOf(block) + 1]
      const text = run(fileOf(i))
      if (next?.language === 'json' && block.text.includes('export default')) expect(text).to.equal(next.text)
    })
  })

  it('the README shows a template beside its TypeScript', () => {
    const first = blocks.findIndex((block) => block.language === 'ts')
    expect(blocks[first]?.place).to.match(/^README\.md/)
    expect(blocks[first + 1]?.language).to.equal('json')
  })
})
