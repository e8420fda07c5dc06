import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..')

/** Loads an app in a process of its own, as the command line does: the compiled loader on plain Node. */
function loadIn(folder: string): {
  readonly names?: readonly string[]
  readonly message?: string
  readonly code?: string
} {
  const script = `
    import { loadApp, placeOf } from ${JSON.stringify(join(root, 'dist/cli/load/load-app.js'))}
    const place = (stack) => placeOf(Object.values(stack.fragments)[0] && stack.source())
    await loadApp('build.ts').then(
      (stacks) => console.log(JSON.stringify({ names: stacks.map((one) => one.name + ' ' + place(one)) })),
      (error) => console.log(JSON.stringify({ message: error.message, code: error.code })),
    )`
  const args = ['--input-type=module', '-e', script]
  return JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' }))
}

describe('loadApp()', () => {
  let folder: string
  const write = (files: { readonly [name: string]: string }): void => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cfstack-load-'))
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(root, join(folder, 'node_modules/cfstack'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const stackOf = `import { stack } from 'cfstack'\nimport { Bucket } from 'cfstack/aws/s3'\n`

  it('runs TypeScript with imports by .ts, by .js and without ending, and keeps source lines', () => {
    write({
      'a.ts': `${stackOf}\n\nexport enum Size { Small }\nexport const a = stack('a', {}, { b: Bucket('B') })`,
      'b.ts': `${stackOf}export const b = stack('b', {}, { b: Bucket('B') })`,
      'c.ts': `${stackOf}interface Long {\n  x: string\n}\nexport const c = stack('c', {}, { b: Bucket('B') })`,
      'build.ts': `import { a } from './a.ts'\nimport { b } from './b.js'\nimport { c } from './c'\nexport default [a, b, c]`,
    })
    expect(loadIn(folder).names).to.deep.equal(['a a.ts:6', 'b b.ts:3', 'c c.ts:6'])
  })

  it('says file, line and reason of a syntax error', () => {
    write({ 'a.ts': `const a = 1\nconst = 2\n`, 'build.ts': `import './a.ts'` })
    const { message, code } = loadIn(folder)
    expect(code).to.equal('E_SYNTAX')
    expect(message).to.match(/^Cannot compile "a\.ts:2:7": .+/)
  })

  it('says file, line and reason of an error while the app runs', () => {
    write({
      'a.ts': `interface Longer {\n  x: string\n}\nexport const a = (undefined as any).x`,
      'build.ts': `import { a } from './a.ts'\nexport default a`,
    })
    const { message, code } = loadIn(folder)
    expect(code).to.equal('E_APP_FAILED')
    expect(message).to.match(/^Cannot run "a\.ts:4": TypeError: Cannot read properties of undefined/)
  })

  it('says which file imports what is not there', () => {
    write({ 'build.ts': `import x from './nothing.ts'\nexport default x` })
    expect(loadIn(folder).message).to.match(/^Cannot run "build\.ts:1": Error: Cannot find module/)
    write({ 'a.ts': 'export const a = 1', 'build.ts': `import { b } from './a.ts'\nexport default b` })
    expect(loadIn(folder).message).to.match(
      /^Cannot run "build\.ts:1": SyntaxError: .*does not provide an export named 'b'/,
    )
  })

  it('refuses an app that exports no stacks, and one that is not there', () => {
    write({ 'build.ts': `export default { a: 1 }` })
    expect(loadIn(folder)).to.include({ code: 'E_APP_EXPORT' })
    write({ 'build.ts': `export const a = 1` })
    expect(loadIn(folder).message).to.equal('Cannot build "build.ts": it has no default export')
    rmSync(join(folder, 'build.ts'))
    expect(loadIn(folder)).to.include({ code: 'E_NO_APP' })
  })

  it('names lines in folders with spaces, brackets and letters of other languages', () => {
    const inner = join(folder, 'my (1) café')
    mkdirSync(inner)
    write({
      'my (1) café/net.ts': `${stackOf}export const make = () =>\n  stack('net', {}, { b: Bucket('B') })\n`,
      'my (1) café/build.ts': `import { make } from './net.ts'\nexport default make()\n`,
      'build.ts': `export { default } from './my (1) café/build.ts'\n`,
    })
    expect(loadIn(folder)).to.deep.equal({ names: ['net my (1) café/net.ts:4'] })
    write({ 'my (1) café/net.ts': 'export const make = 1\nthrow new Error("no")\n' })
    expect(loadIn(folder).message).to.equal('Cannot run "my (1) café/net.ts:2": Error: no')
    write({ 'my (1) café/net.ts': 'import "./other.ts"\n' })
    expect(loadIn(folder).message).to.match(/^Cannot run "my \(1\) café\/net\.ts:1": /)
  })

  it('says what was thrown when it is no error', () => {
    write({ 'build.ts': 'throw "text"\n' })
    expect(loadIn(folder)).to.deep.equal({
      code: 'E_APP_FAILED',
      message: 'Cannot run "build.ts": it threw "text"',
    })
    write({ 'build.ts': 'throw undefined\n' })
    expect(loadIn(folder).message).to.equal('Cannot run "build.ts": it threw nothing')
  })
})
