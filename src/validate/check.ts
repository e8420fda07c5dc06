import type { Level, Path } from './finding.ts'
import type { TemplateView } from './template-view.ts'

/** What a check found, before the frame around it adds code, level, logical id and source. */
export interface Problem {
  readonly path: Path
  readonly message: string
  readonly hint?: string | undefined
  /** One of the check's rules; the first when left out. */
  readonly code?: string
  /** When it differs from the rule's. */
  readonly level?: Level
}

/** What a code stands for: its entry in docs/checks.md and in `--explain`. */
export interface Rule {
  /** cfn-lint's where the rule is the same, ours (`CFS0001`) where it is not. */
  readonly code: string
  readonly level: Level
  /** What is made sure of, in a sentence without a full stop. */
  readonly title: string
  /** Why it matters and what to do, in a few sentences. */
  readonly help?: string
  /** The page of AWS's documentation, or the issue, that the rule comes from. */
  readonly source?: string
}

/** One check, in a file of its own. A new one is that file, a line in the list of its group and a test. */
export interface Check {
  /** The codes it speaks under. */
  readonly rules: readonly [Rule, ...Rule[]]
  readonly run: (template: TemplateView, report: (problem: Problem) => void) => void
}
