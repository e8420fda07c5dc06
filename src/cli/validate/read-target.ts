import { readFileSync } from 'node:fs'
import { parseTemplate } from '../../validate/read-template.ts'
import { TemplateSyntaxError } from '../../validate/template-syntax-error.ts'
import type { PlacedFinding, ReadTemplate } from '../findings/report.ts'
import { standardInput, type Target } from './targets.ts'

/** A target's text and template, or the finding that there is none. */
export interface ReadTarget extends ReadTemplate {
  readonly target: Target
  /** How long this process worked on reading it. */
  readonly milliseconds: number
  readonly failure?: PlacedFinding
}

export function readTarget(target: Target): ReadTarget {
  const file = target.file === standardInput ? '<stdin>' : target.file
  const before = process.cpuUsage()
  const taken = (): number => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  let text = ''
  try {
    text = readFileSync(target.file === standardInput ? 0 : target.file, 'utf8')
    const template = parseTemplate(text, file)
    return { target, file, text, template, milliseconds: taken() }
  } catch (error) {
    return { target, file, text, template: undefined, milliseconds: taken(), failure: unreadable(error) }
  }
}

function unreadable(error: unknown): PlacedFinding {
  const common = { code: 'E0000', level: 'error', path: [] } as const
  const message = (reason: string): string => `The template cannot be read: ${reason}`
  if (!(error instanceof TemplateSyntaxError))
    return { ...common, message: message((error as Error).message) }
  const { line, column, reason } = error
  return { ...common, message: message(reason), line, column }
}
