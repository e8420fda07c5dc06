import { usage } from './stack-flags.ts'

const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const

/** A point in time from `90s`, `10m`, `2h`, `3d` (ago) or an ISO 8601 date. */
export function sinceOf(text: string, now = new Date()): Date {
  const ago = /^(\d+)([smhd])$/.exec(text)
  if (ago !== null) return new Date(now.getTime() - Number(ago[1]) * units[ago[2] as keyof typeof units])
  const date = new Date(text)
  if (!Number.isNaN(date.getTime())) return date
  throw usage(`--since "${text}" is no time`, 'Write 10m, 2h, 3d, or a date such as 2026-01-31T12:00:00Z')
}
