import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from '../command.ts'
import { addedTypes } from '../load/added-types.ts'
import { openOutput } from '../output.ts'
import { renderFindings, type Locate } from '../render-findings.ts'
import { CfstackError } from '../../model/error.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { Finding } from '../../validate/finding.ts'
import { positionsOf } from '../../validate/positions.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import { validate } from '../../validate/validate.ts'

interface ValidateFlags {
  readonly files: readonly string[]
  readonly manifest: string
}

export const command: Command<ValidateFlags> = {
  builder: (yargs) =>
    yargs
      .positional('files', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: 'Stacks of the manifest, or template files; all stacks of the manifest when none is given',
      })
      .option('manifest', {
        type: 'string',
        default: 'templates-out/stacks.json',
        describe: 'Manifest whose stacks are meant',
      }),
  handler: (argv) => {
    const output = openOutput(argv.json)
    const checked = targets(argv.files, argv.manifest).map(check)
    output.document({ templates: checked.map(({ file, placed }) => ({ file, findings: placed })) })
    for (const { file, findings, locate } of checked) {
      output.say(renderFindings(file, findings, locate) || `${file}: no findings`)
    }
    return checked.some(({ findings }) => findings.some(({ level }) => level === 'error')) ? 2 : 0
  },
}

/** A template to check. */
interface Target {
  readonly file: string
  readonly sources?: { readonly [logicalId: string]: string }
}

/** What was named, or everything: names of stacks win over files. */
function targets(named: readonly string[], manifestFile: string): readonly Target[] {
  const known = manifestTargets(manifestFile, named.length === 0)
  if (named.length === 0) return [...known.values()]
  return named.map((name) => {
    const target = known.get(name) ?? (existsSync(name) ? { file: name } : undefined)
    if (target !== undefined) return target
    const hint =
      known.size === 0
        ? 'There is no manifest: run `cfstack build` first'
        : `Stacks: ${[...known.keys()].join(', ')}`
    throw new CfstackError('E_NO_TEMPLATE', `Cannot validate "${name}": it is neither a stack nor a file`, {
      hint,
    })
  })
}

function manifestTargets(file: string, needed: boolean): ReadonlyMap<string, Target> {
  if (!existsSync(file)) {
    if (!needed) return new Map()
    const hint = 'Run `cfstack build` first, or name template files'
    throw new CfstackError('E_NO_MANIFEST', `Cannot read manifest "${file}": it does not exist`, { hint })
  }
  const { stacks } = readManifest(file)
  return new Map(
    Object.entries(stacks).map(([name, { template, sources }]) => [
      name,
      { file: join(dirname(file), template), ...(sources && { sources }) },
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

interface Checked {
  readonly file: string
  readonly findings: readonly Finding[]
  readonly locate: Locate
  /** The findings with line and column. */
  readonly placed: readonly object[]
}

function check({ file, sources }: Target): Checked {
  const text = readText(file)
  const findings = validate(parseTemplate(text, file), {
    types: addedTypes(),
    ...(sources !== undefined && { sources }),
  })
  const paths = findings.map(({ path }) => path)
  const positions = findings.length === 0 ? [] : positionsOf(text, paths)
  const placeOf = new Map(findings.map((finding, index) => [finding, positions[index]]))
  return {
    file,
    findings,
    locate: (finding) => placeOf.get(finding),
    placed: findings.map((finding) => ({ ...finding, ...placeOf.get(finding) })),
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new CfstackError('E_NO_TEMPLATE', `Cannot read template "${file}": ${(cause as Error).message}`, {
      cause,
    })
  }
}
