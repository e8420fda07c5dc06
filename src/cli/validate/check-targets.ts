import type { TypeModel } from '../../codegen/type-model.ts'
import { sift } from '../../validate/suppress.ts'
import { examine, patience, type Examination } from '../../validate/validate.ts'
import { isObject } from '../../validate/json.ts'
import { addedFindings } from '../deep/merge.ts'
import type { Policies } from '../deep/policies.ts'
import { reportOf, type Report } from '../findings/report.ts'
import { acrossTemplates, type Neighbour } from './across-templates.ts'
import { previousOf } from './previous-of.ts'
import { readTarget, type ReadTarget } from './read-target.ts'
import { regionsFor } from './regions-for.ts'
import type { Target } from './targets.ts'
import { templateBeside } from './template-beside.ts'

/** What all targets of a run have in common. */
export interface CheckSettings {
  /** Regions of the command line; those of the target count when there are none. */
  readonly regions: readonly string[]
  /** Codes, or beginnings of codes, that nobody wants to hear of. */
  readonly ignore: readonly string[]
  /** Those that nobody can suppress. */
  readonly mandatory: readonly string[]
  readonly types: readonly TypeModel[]
  /** Whether every finding needs line and column, also where a line of code is known. */
  readonly lines: boolean
  /** File or folder of the templates as they were before. */
  readonly previous?: string
  /** Policies for AWS's validator, when it is to be asked too. */
  readonly deep?: Policies
}

/** Checks templates. One that cannot be read is a finding, so that it keeps no other from being checked. */
export async function checkTargets(
  targets: readonly Target[],
  settings: CheckSettings,
): Promise<readonly Report[]> {
  const read = targets.map(readTarget)
  const before = read.map(({ file }) => previousOf(file, settings.previous))
  const alone = read.map((one, i) => examineTarget(one, before[i], settings))
  const neighbours = read.map((one, i) => neighbourOf(one, before[i], settings))
  const examinations = acrossTemplates(neighbours, alone)
  const { deep } = settings
  const all = deep === undefined ? examinations : await deepened(read, examinations, { ...settings, deep })
  return read.map(({ failure, ...one }, i) =>
    failure === undefined
      ? reportOf(one, all[i] as Examination, settings.lines)
      : { file: one.file, findings: [failure], suppressed: [] },
  )
}

/** How long a template is looked at in any case, in milliseconds, although reading it took long. */
const leastPatience = 500

const nothing: Examination = { findings: [], suppressed: [] }

function examineTarget(
  { target, template, failure, milliseconds }: ReadTarget,
  previous: unknown,
  settings: CheckSettings,
): Examination {
  if (failure !== undefined) return nothing
  return examine(template, {
    regions: regionsFor(target.region, settings.regions, template),
    types: settings.types,
    previous,
    templateAt: templateBeside(target.file),
    milliseconds: Math.max(patience - milliseconds, leastPatience),
    ignore: ignoredIn(target, settings),
    mandatory: settings.mandatory,
    ...(target.sources !== undefined && { sources: target.sources }),
  })
}

function neighbourOf(
  { file, target, template }: ReadTarget,
  previous: unknown,
  settings: CheckSettings,
): Neighbour {
  const { stack, sources } = target
  return {
    shown: stack?.name ?? file,
    template,
    previous,
    ignore: ignoredIn(target, settings),
    mandatory: settings.mandatory,
    ...stack,
    ...(target.region !== undefined && { region: target.region }),
    ...(sources !== undefined && { sources }),
  }
}

/** Comments come before flags, so that flags do not make them look unused. */
function ignoredIn({ suppressions = [] }: Target, { ignore }: CheckSettings) {
  return [...suppressions, ...ignore]
}

/** Adds what AWS's validator finds besides. */
async function deepened(
  read: readonly ReadTarget[],
  examinations: readonly Examination[],
  settings: CheckSettings & { readonly deep: Policies },
): Promise<readonly Examination[]> {
  const { examineDeeply } = await import('../deep/examine-deeply.ts')
  const wanted = read.filter(({ failure }) => failure === undefined)
  const found = await examineDeeply(
    wanted.map(({ file, text, target, template }) => ({
      file,
      text,
      regions: regionsFor(target.region, settings.regions, template),
    })),
    settings.deep,
  )
  return read.map(({ target, template }, i) => {
    const ours = examinations[i] as Examination
    const theirs = found[wanted.indexOf(read[i] as ReadTarget)] ?? []
    const added = addedFindings([...ours.findings, ...ours.suppressed], theirs).map((one) => ({
      ...one,
      ...sourceOf(target, one.path[1]),
    }))
    const sifted = sift(added, isObject(template) ? template : {}, {
      ignore: ignoredIn(target, settings),
      mandatory: settings.mandatory,
    })
    return {
      findings: [...ours.findings, ...sifted.findings],
      suppressed: [...ours.suppressed, ...sifted.suppressed],
    }
  })
}

function sourceOf({ sources = {} }: Target, element: string | number = ''): { readonly source?: string } {
  const source = Object.hasOwn(sources, element) ? sources[element] : undefined
  return source === undefined ? {} : { source }
}
