import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CfstackError } from '../../model/error.ts'

/** What Packer's manifest post-processor writes, as far as it is read. */
interface PackerManifest {
  readonly last_run_uuid?: string
  readonly builds?: readonly { readonly packer_run_uuid?: string; readonly artifact_id?: string }[]
}

const fileName = 'packer-manifest.json'

/** Forgets what was built before. */
export function forgetBuilds(folder: string): void {
  rmSync(join(folder, fileName), { force: true })
}

/** The image that Packer has just made: `us-west-2:ami-0123…` in its manifest. Throws `E_PACKER` when there is none. */
export function builtImage(folder: string, name: string): { readonly region: string; readonly id: string } {
  const file = join(folder, fileName)
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackerManifest) : {}
  const artifact = manifest.builds?.at(-1)?.artifact_id ?? ''
  const [, region, id] = /^([a-z0-9-]+):(ami-[0-9a-f]+)/.exec(artifact) ?? []
  if (region !== undefined && id !== undefined) return { region, id }
  throw new CfstackError('E_PACKER', `Cannot tell which image "${name}" has become: ${file} does not say`, {
    hint: `The template needs: post-processor "manifest" { output = "${fileName}" }`,
    exitCode: 1,
  })
}
