import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CfstackError } from '../../model/error.ts'
import type { Manifest, ManifestSuppression } from '../../model/manifest.ts'
import type { AppStack } from '../../validate/app/app-stack.ts'
import { filesMatching, templatesIn } from './find-files.ts'
import { isGlob } from './glob.ts'

/** The name of standard input on the command line. */
export const standardInput = '-'

/** A template to check, and what the manifest knows of it. */
export interface Target {
  /** The file, `-` for standard input. */
  readonly file: string
  readonly region?: string
  /** What the manifest says of the stack. */
  readonly stack?: Pick<AppStack, 'account' | 'parameters'> & { readonly name: string }
  readonly sources?: { readonly [logicalId: string]: string }
  readonly suppressions?: readonly ManifestSuppression[]
}

/**
 * What was named, each template once: stacks of the manifest, files, folders, patterns, standard input; every stack of the manifest
 * when nothing was. A file that the manifest lists is checked as its stack. Throws `E_NO_TEMPLATE` for a name that means nothing.
 */
export function targetsOf(named: readonly string[], manifestFile: string): readonly Target[] {
  const known = manifestTargets(manifestFile, named.length === 0)
  if (named.length === 0) return [...known.values()]
  const byFile = new Map([...known.values()].map((target) => [resolve(target.file), target]))
  const found = named.flatMap((name): readonly Target[] => {
    const stack = known.get(name)
    if (stack !== undefined) return [stack]
    return filesOf(name, [...known.keys()]).map((file) => byFile.get(resolve(file)) ?? { file })
  })
  return [...new Map(found.map((target) => [resolve(target.file), target])).values()]
}

function filesOf(name: string, stacks: readonly string[]): readonly string[] {
  if (name === standardInput) return [name]
  if (existsSync(name)) {
    if (!statSync(name).isDirectory()) return [name]
    return someOf(name, templatesIn(name), 'there is no template in it', 'Name the files, or a pattern')
  }
  if (isGlob(name)) return someOf(name, filesMatching(name), 'it matches no file', 'Check the pattern')
  const near = didYouMean(name, stacks)
  const listed =
    stacks.length === 0 ? 'There is no manifest: run `cfstack build` first' : `Stacks: ${stacks.join(', ')}`
  const hint = near === undefined ? listed : `Did you mean "${near}"?`
  throw new CfstackError('E_NO_TEMPLATE', `Cannot validate "${name}": it is neither a stack nor a file`, {
    hint,
  })
}

function someOf(name: string, files: readonly string[], state: string, hint: string): readonly string[] {
  if (files.length > 0) return files
  throw new CfstackError('E_NO_TEMPLATE', `Cannot validate "${name}": ${state}`, { hint })
}

function manifestTargets(file: string, needed: boolean): ReadonlyMap<string, Target> {
  if (!existsSync(file)) {
    if (!needed) return new Map()
    const hint = 'Run `cfstack build` first, or name template files'
    throw new CfstackError('E_NO_MANIFEST', `Cannot read manifest "${file}": it does not exist`, { hint })
  }
  const { stacks } = readManifest(file)
  return new Map(
    Object.entries(stacks).map(([name, { template, region, account, parameters, sources, suppressions }]) => [
      name,
      {
        file: join(dirname(file), template),
        stack: {
          name,
          ...(account !== undefined && { account }),
          ...(parameters !== undefined && { parameters }),
        },
        ...(region !== undefined && { region }),
        ...(sources !== undefined && { sources }),
        ...(suppressions !== undefined && { suppressions }),
      },
    ]),
  )
}

function readManifest(file: string): Manifest {
  try {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
    if (manifest.stacks !== undefined) return manifest
  } catch (cause) {
    throw new CfstackError('E_BAD_MANIFEST', `Cannot read manifest "${file}": ${(cause as Error).message}`, {
      cause,
    })
  }
  throw new CfstackError('E_BAD_MANIFEST', `Cannot read manifest "${file}": it has no stacks`)
}
