import type { Problem } from '../check.ts'
import type { Path } from '../finding.ts'
import { blame } from '../functions/blame.ts'
import { yieldsOf } from '../functions/yields.ts'
import type { TemplateView } from '../template-view.ts'
import { judgeShape } from './judge.ts'
import type { Aspect, Shape } from './shape.ts'

/** The code of each kind of mismatch, and of those that have none of their own. */
export type Codes = { readonly [aspect in Aspect]?: string } & { readonly other: string }

/** A function that yields the wrong kind speaks for itself. */
function codeOf(aspect: Aspect, path: Path, codes: Codes): string {
  const last = String(path[path.length - 1])
  const isCall = aspect === 'kind' && (last === 'Ref' || last.startsWith('Fn::'))
  return isCall ? blame(path) : (codes[aspect] ?? codes.other)
}

/** Judges a part of a template by its shape and reports every mismatch under the code for it. */
export function judgeAs(
  codes: Codes,
  value: unknown,
  shape: Shape,
  path: Path,
  { template, report }: { readonly template: TemplateView; readonly report: (problem: Problem) => void },
): void {
  judgeShape(value, shape, path, {
    yields: (name, argument) => yieldsOf(name, argument, template),
    report: ({ aspect, path: place, message, hint }) =>
      report({ code: codeOf(aspect, place, codes), path: place, message, hint }),
  })
}
