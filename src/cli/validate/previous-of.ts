import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CfstackError } from '../../model/error.ts'
import { parseTemplate } from '../../validate/read-template.ts'

/**
 * The template as it was before: the file that `--previous` names, or the one of the same name in the folder that it names; undefined
 * for a template that is not there. Throws `E_NO_TEMPLATE` when there is no such file or folder.
 */
export function previousOf(file: string, previous: string | undefined): unknown {
  if (previous === undefined) return undefined
  if (!existsSync(previous))
    throw new CfstackError('E_NO_TEMPLATE', `Cannot read previous template "${previous}": it does not exist`)
  const before = statSync(previous).isDirectory() ? join(previous, basename(file)) : previous
  return existsSync(before) ? parseTemplate(readFileSync(before, 'utf8'), before) : undefined
}
