import type { Level, Path } from './finding.ts'
import type { TemplateView } from './template-view.ts'

/** What a check found, before the frame around it adds code, level, logical id and source. */
export interface Problem {
  readonly path: Path
  readonly message: string
  readonly hint?: string | undefined
  /** When the check speaks under several codes; its own id otherwise. */
  readonly code?: string
  readonly level?: Level
}

/** One rule, in a file of its own. A new one is that file, a line in `checks.ts` and a test. */
export interface Check {
  readonly id: string
  readonly level: Level
  /** What it makes sure of, in a sentence without a full stop. */
  readonly description: string
  readonly run: (template: TemplateView, report: (problem: Problem) => void) => void
}
