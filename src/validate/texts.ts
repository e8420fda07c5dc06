import type { Path } from './finding.ts'
import { oncePerTemplate } from './once-per-template.ts'

/** Something in a template, and where. */
interface Found {
  readonly value: unknown
  readonly path: Path
}

/** What some checks look for in all of a template: found in one walk. */
interface Telling {
  /** Texts with `${` or `{{`, with an ARN, or that begin like a pseudo parameter. */
  readonly texts: readonly (Found & { readonly value: string })[]
  /** Values whose key says that they are passwords. */
  readonly passwords: readonly Found[]
}

/** The texts and values of a template that may stand for something else than what is written. */
export const telling = oncePerTemplate(({ root }): Telling => {
  const texts: { value: string; path: Path }[] = []
  const passwords: Found[] = []
  const path: (string | number)[] = []
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.includes('{') || value.startsWith('AWS::') || value.includes('arn:'))
        texts.push({ value, path: [...path] })
    } else if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) enter(i, value[i])
    } else if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) enter(key, (value as { readonly [key: string]: unknown })[key])
    }
  }
  const enter = (step: string | number, value: unknown): void => {
    path.push(step)
    if (typeof step === 'string' && step.includes('Password')) passwords.push({ value, path: [...path] })
    walk(value)
    path.pop()
  }
  walk(root)
  return { texts, passwords }
})
