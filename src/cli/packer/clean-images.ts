import type { Image, imageCalls } from '../../deploy/images/image-calls.ts'
import { CfstackError } from '../../model/error.ts'
import type { Output } from '../output.ts'
import { confirm, isInteractive } from '../prompt.ts'
import type { ImageTemplate } from './templates.ts'

/** What is to go, and what stays because an instance runs on it. */
export interface Leftovers {
  readonly going: readonly Image[]
  readonly inUse: readonly Image[]
}

/** The images of templates beyond the newest `keep` of each. */
export async function leftovers(
  calls: ReturnType<typeof imageCalls>,
  templates: readonly ImageTemplate[],
  keep: number,
): Promise<Leftovers> {
  const going: Image[] = []
  const inUse: Image[] = []
  for (const { name } of templates) {
    const old = (await calls.imagesOf(name)).slice(keep)
    for (const image of old) {
      const list = (await calls.isUsed(image)) ? inUse : going
      list.push(image)
    }
  }
  return { going, inUse }
}

/** Asks before images are removed, unless told not to; throws when nobody can be asked, or says no. */
export async function approveRemoval(
  { going, inUse }: Leftovers,
  { yes, output, signal }: { readonly yes: boolean; readonly output: Output; readonly signal: AbortSignal },
): Promise<void> {
  for (const { id, name } of going) output.say(`  - ${id}  ${name}`)
  for (const { id, name } of inUse) output.say(`    ${id}  ${name}  stays: instances run on it`)
  if (yes) return
  const what = `${going.length} image${going.length === 1 ? '' : 's'}`
  if (!isInteractive())
    throw new CfstackError(
      'E_APPROVAL',
      `Cannot remove ${what}: that needs approval and there is no terminal`,
      {
        hint: 'Add --yes to do it without asking; nothing was removed',
        exitCode: 4,
      },
    )
  if (await confirm(`Remove ${what} and their snapshots?`, signal)) return
  throw new CfstackError('E_REFUSED', 'No image was removed: nothing was approved', { exitCode: 1 })
}
