import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { relative } from 'node:path'
import { readBytes, type DeployTarget } from '../../deploy/template/read-target.ts'
import { CfstackError } from '../../model/error.ts'

/** The text of the template that `--from` names: a file, `REVISION:FILE`, or a revision in which the template is looked up. */
export function previousTemplate(from: string, target: DeployTarget): string {
  if (existsSync(from)) return readBytes('template', from).toString()
  const [revision = '', path] = splitAt(from)
  const file = path ?? `./${relative('.', target.file).replaceAll('\\', '/')}`
  try {
    return execFileSync('git', ['show', '--end-of-options', `${revision}:${file}`], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  } catch (cause) {
    const said = String((cause as { stderr?: string }).stderr ?? (cause as Error).message)
    const state = `it is no file, and git says: ${said.replace(/^fatal: /, '').split('\n')[0]}`
    throw new CfstackError('E_FROM', `Cannot rehearse stack "${target.stackName}" from "${from}": ${state}`, {
      hint: 'Give a template file, a git revision such as HEAD~1, REVISION:FILE, or "nothing"',
      cause,
    })
  }
}

function splitAt(text: string): readonly [string, string?] {
  const at = text.indexOf(':')
  return at < 1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
