import { join } from 'node:path'
import type { ComposedStack } from '../../compose/compose.ts'
import type { Manifest } from '../../model/manifest.ts'
import { compose } from '../../compose/compose.ts'
import { manifestOf } from '../../compose/manifest.ts'
import { printJson } from '../../compose/print.ts'
import type { PreviousBuild } from '../../compose/exports.ts'
import type { Finding } from '../../validate/finding.ts'
import { examine, type Examination } from '../../validate/validate.ts'
import { acrossTemplates } from '../validate/across-templates.ts'
import { reportOf, type PlacedFinding, type Report } from '../findings/report.ts'
import { addedTypes } from '../load/added-types.ts'
import { loadApp, placeOf } from '../load/load-app.ts'
import { judgeComments } from '../findings/judge-comments.ts'
import { regionsFor } from '../validate/regions-for.ts'
import { manifestFile, readPrevious, removeStale, sha256, writeFiles, type Written } from './output-folder.ts'
import { suppressionsOf } from './suppressions.ts'

export interface BuildOptions {
  /** File whose default export is the app's stacks. */
  readonly app: string
  /** Folder for templates and manifest. */
  readonly out: string
  /** Writes templates even when they have errors. */
  readonly allowErrors: boolean
  /** Drops exports that were kept only because a deployed stack might still import them. */
  readonly dropKeptExports: boolean
  /** Codes of findings, or beginnings of codes, that are not wanted. */
  readonly ignore: readonly string[]
}

/** What a build made of one stack. */
export interface BuiltStack {
  readonly name: string
  readonly file: string
  readonly resources: number
  /** UTF-8 bytes of the template. */
  readonly bytes: number
  readonly written: Written | 'refused'
  readonly findings: readonly PlacedFinding[]
  readonly suppressed: readonly PlacedFinding[]
}

export interface BuildResult {
  readonly stacks: readonly BuiltStack[]
  /** Names of stacks that are no longer in the app; their templates were removed. */
  readonly removed: readonly string[]
  /** Whether errors kept the build from writing anything. */
  readonly refused: boolean
}

/** Runs the app, validates its templates and writes them with their manifest: all of them, or, when one has an error, none. */
export async function buildApp(options: BuildOptions): Promise<BuildResult> {
  const stacks = await loadApp(options.app)
  const previous = readPrevious(options.out)
  const composed = compose(stacks, { place: placeOf, ...(!options.dropKeptExports && { previous }) })
  const manifest = manifestOf(composed, {
    sha256,
    place: placeOf,
    suppressions: suppressionsOf(composed),
  })
  const reports = validateAll(composed, manifest, previous, options)
  const hasErrors = reports.some(({ findings }) => findings.some((one) => one.level === 'error'))
  const refused = hasErrors && !options.allowErrors
  const files = {
    ...Object.fromEntries(composed.map((one) => [fileOf(one), one.text])),
    [manifestFile]: printJson(manifest),
  }
  const written = refused ? {} : writeFiles(options.out, files)
  return {
    refused,
    removed: refused
      ? []
      : removeStale(options.out, previous, new Set(composed.map((one) => one.stack.name))),
    stacks: composed.map((one, i) => ({
      name: one.stack.name,
      file: join(options.out, fileOf(one)),
      resources: Object.keys(one.template.Resources).length,
      bytes: Buffer.byteLength(one.text),
      written: written[fileOf(one)] ?? 'refused',
      findings: reports[i]?.findings ?? [],
      suppressed: reports[i]?.suppressed ?? [],
    })),
  }
}

function fileOf({ stack }: ComposedStack): string {
  return `${stack.name}.json`
}

function validateAll(
  stacks: readonly ComposedStack[],
  manifest: Manifest,
  previous: { readonly [stackName: string]: PreviousBuild },
  { out, ignore }: BuildOptions,
): readonly Report[] {
  const types = addedTypes()
  const settled = stacks.map(({ stack, template }) => {
    const { sources = {}, region, account, parameters, suppressions = [] } = manifest.stacks[stack.name] ?? {}
    const before = previous[stack.name]?.template
    return {
      shown: stack.name,
      name: stack.name,
      template,
      sources,
      suppressions,
      previous: before,
      ignore: [...suppressions, ...ignore],
      regions: regionsFor(region),
      ...(region !== undefined && { region }),
      ...(account !== undefined && { account }),
      ...(parameters !== undefined && { parameters }),
    }
  })
  const alone = settled.map((one) => examine(one.template, { ...one, types }))
  const examinations = acrossTemplates(settled, alone).map(asForeseen)
  const commented = stacks.map((composed, i) => {
    const { template, text } = composed
    const read = { file: join(out, fileOf(composed)), text, template }
    const report = reportOf(read, examinations[i] ?? { findings: [], suppressed: [] }, false)
    return { report, suppressions: settled[i]?.suppressions ?? [] }
  })
  return judgeComments(commented, { complete: true, ignore })
}

/** What was built last is perhaps not deployed: what a change of it would break must not keep the next build from being made. */
function asForeseen({ findings, suppressed }: Examination): Examination {
  const isForeseen = ({ code }: Finding): boolean => /^CFS(17|1801|240[12])/.test(code)
  return {
    suppressed,
    findings: findings.map((one) => (isForeseen(one) ? { ...one, level: 'warning' as const } : one)),
  }
}
