/** Begins the message of a syntax error; the rest is its JSON. Errors cross the loader's thread as text. */
export const syntaxErrorMark = 'cfstack-syntax-error '

/** What is known about a syntax error in a TypeScript file; lines and columns count from 1. */
export interface SyntaxErrorFacts {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly reason: string
}
