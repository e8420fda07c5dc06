import type { ManifestSuppression } from '../../model/manifest.ts'
import type { PlacedFinding, Report } from './report.ts'

/** A template's report, and the comments that spoke for it. */
export interface Commented {
  readonly report: Report
  readonly suppressions: readonly ManifestSuppression[]
}

/** How the comments are judged. */
export interface CommentSettings {
  /** Whether all stacks that the comments may be about were checked: only then is an unused one known to be. */
  readonly complete: boolean
  /** Codes, or beginnings of codes, that nobody wants to hear of. */
  readonly ignore: readonly string[]
}

/** Adds what is wrong with the comments: without a reason, or suppressing nothing in any template. Each is told once. */
export function judgeComments(
  commented: readonly Commented[],
  { complete, ignore }: CommentSettings,
): readonly Report[] {
  const used = new Set(commented.flatMap(({ report }) => usedBy(report)))
  const told = new Set<string>()
  return commented.map(({ report, suppressions }) => {
    const found = suppressions.flatMap((one): readonly PlacedFinding[] => {
      if (told.has(keyOf(one))) return []
      told.add(keyOf(one))
      const unused = complete && isOurs(one.code) && !used.has(keyOf(one))
      return [
        ...(unused ? [unusedComment(one)] : []),
        ...(one.reason === undefined ? [bareComment(one)] : []),
      ]
    })
    const wanted = found.filter(({ code }) => !ignore.some((prefix) => code.startsWith(prefix)))
    return wanted.length === 0 ? report : { ...report, findings: [...report.findings, ...wanted] }
  })
}

function usedBy({ suppressed }: Report): readonly string[] {
  return suppressed.flatMap(({ suppression }) =>
    suppression?.source === undefined ? [] : [keyOf({ code: suppression.code, source: suppression.source })],
  )
}

function keyOf({ code, source }: Pick<ManifestSuppression, 'code' | 'source'>): string {
  return `${source} ${code}`
}

/** Names of policies that only a deeper validation knows may be suppressed too. */
function isOurs(code: string): boolean {
  return /^(?:[EWI]|CFS)\d*$/.test(code)
}

function unusedComment({ code, source }: ManifestSuppression): PlacedFinding {
  return {
    code: 'CFS9002',
    level: 'warning',
    path: [],
    message: `The comment "cfstack-ignore ${code}" suppresses nothing`,
    hint: 'Remove it, or put it on the line that makes the resource, directly above it, or inside the call',
    source,
  }
}

function bareComment({ code, source }: ManifestSuppression): PlacedFinding {
  return {
    code: 'CFS9001',
    level: 'warning',
    path: [],
    message: `The comment "cfstack-ignore ${code}" gives no reason`,
    hint: `Write it after a colon: // cfstack-ignore ${code}: why it is right here`,
    source,
  }
}
