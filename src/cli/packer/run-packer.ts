import { spawn } from 'node:child_process'
import { CfstackError } from '../../model/error.ts'

/** Runs Packer in a folder, its output on standard error; throws `E_NO_PACKER` when it is not there and `E_PACKER` when it fails. */
export async function runPacker(folder: string, args: readonly string[]): Promise<void> {
  const status = await new Promise<number | null>((done, fail) => {
    const child = spawn('packer', args, { cwd: folder, stdio: ['ignore', 2, 2] })
    child.once('error', fail)
    child.once('close', done)
  }).catch((cause: unknown) => {
    throw new CfstackError('E_NO_PACKER', 'Cannot run Packer: there is no command `packer`', {
      hint: 'Install it: https://developer.hashicorp.com/packer/install',
      cause,
    })
  })
  if (status === 0) return
  throw new CfstackError('E_PACKER', `Cannot finish "packer ${args[0]}": it ended with status ${status}`, {
    hint: 'What it said is above',
    exitCode: 1,
  })
}

/** The arguments by which Packer works on one image. */
export function packerArguments(
  action: 'build' | 'validate',
  image: string,
  variables: readonly string[],
): readonly string[] {
  return [action, `-only=${image}.*`, ...variables.flatMap((variable) => ['-var', variable]), '.']
}
