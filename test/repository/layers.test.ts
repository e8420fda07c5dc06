import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Each rule of the house with an import that breaks it, and one that does not. */
const rules = [
  { file: 'src/model/a.ts', refused: '../compose/stack.ts', allowed: './value.ts' },
  { file: 'src/model/a.ts', refused: 'yaml', allowed: './value.ts' },
  { file: 'src/resources/a.ts', refused: 'node:fs', allowed: '../aws/ec2.ts' },
  { file: 'src/resources/a.ts', refused: '../compose/stack.ts', allowed: '../model/sub.ts' },
  { file: 'src/compose/a.ts', refused: '../validate/validate.ts', allowed: '../spec/generated/tags.ts' },
  { file: 'src/compose/a.ts', refused: 'ajv', allowed: '../model/error.ts' },
  { file: 'src/validate/a.ts', refused: '@aws-sdk/client-cloudformation', allowed: 'yaml' },
  { file: 'src/deploy/a.ts', refused: '../compose/stack.ts', allowed: '@aws-sdk/client-cloudformation' },
  { file: 'src/deploy/a.ts', refused: '../cli/output.ts', allowed: '../model/error.ts' },
  { file: 'src/cli/a.ts', refused: '@aws-sdk/client-cloudformation', allowed: '../deploy/calls/client.ts' },
]

/** What the linter says of one file with one import, under this repository's rules. */
function lint(file: string, specifier: string): { readonly status: number | null; readonly stdout: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-lint-'))
  try {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    writeFileSync(join(folder, file), `import { x } from '${specifier}'\nexport const y = x\n`)
    return spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--deny-warnings'], {
      cwd: folder,
      encoding: 'utf8',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('layers', () => {
  for (const { file, refused, allowed } of rules) {
    it(`${dirname(file)} may import ${allowed} but not ${refused}`, () => {
      const no = lint(file, refused)
      expect(no.stdout).to.match(/no-restricted-imports/)
      expect(no.status).to.equal(1)
      expect(lint(file, allowed).status).to.equal(0)
    })
  }
})
