import { execFileSync } from 'node:child_process'

/**
 * Fails when committed files that are made by the build differ from what it makes now: templates, the digest of the
 * specification, generated reference pages.
 */
const made = ['templates-out', 'src/spec/digest.txt', 'docs', 'test/types']
const changed = execFileSync('git', ['status', '--porcelain', '--', ...made], { encoding: 'utf8' })
if (changed !== '') {
  console.error(`These files are stale: build them and commit the result\n${changed}`)
  process.exitCode = 1
}
