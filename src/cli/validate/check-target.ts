import { readFileSync } from 'node:fs'
import type { TypeModel } from '../../codegen/type-model.ts'
import type { Finding } from '../../validate/finding.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import { TemplateSyntaxError } from '../../validate/template-syntax-error.ts'
import { examine } from '../../validate/validate.ts'
import { reportOf, type Report } from '../findings/report.ts'
import { regionsFor } from './regions-for.ts'
import { standardInput, type Target } from './targets.ts'

/** What all targets of a run have in common. */
export interface CheckSettings {
  /** Regions of the command line; those of the target count when there are none. */
  readonly regions: readonly string[]
  readonly ignore: readonly string[]
  readonly types: readonly TypeModel[]
  /** Whether every finding needs line and column, also where a line of code is known. */
  readonly lines: boolean
}

/** Checks one template. What cannot be read is a finding, so that it keeps no other from being checked. */
export function checkTarget(target: Target, settings: CheckSettings): Report {
  const file = target.file === standardInput ? '<stdin>' : target.file
  const { text, template, finding } = read(target.file, file)
  if (finding !== undefined) return { file, findings: [finding], suppressed: [] }
  const examination = examine(template, {
    regions: regionsFor(target.region, settings.regions),
    types: settings.types,
    ignore: [...(target.suppressions ?? []), ...settings.ignore],
    ...(target.sources !== undefined && { sources: target.sources }),
  })
  return reportOf({ file, text, template }, examination, settings.lines)
}

interface Read {
  readonly text: string
  readonly template?: unknown
  readonly finding?: Finding & { readonly line?: number; readonly column?: number }
}

function read(source: string, file: string): Read {
  let text = ''
  try {
    text = readFileSync(source === standardInput ? 0 : source, 'utf8')
    return { text, template: parseTemplate(text, file) }
  } catch (error) {
    return { text, finding: unreadable(error) }
  }
}

function unreadable(error: unknown): NonNullable<Read['finding']> {
  const common = { code: 'E0000', level: 'error', path: [] } as const
  const message = (reason: string): string => `The template cannot be read: ${reason}`
  if (!(error instanceof TemplateSyntaxError))
    return { ...common, message: message((error as Error).message) }
  const { line, column, reason } = error
  return { ...common, message: message(reason), line, column }
}
