import { complete } from './complete.ts'
import { completionFacts } from './facts.ts'

/** Answers a shell that asks what may stand next: a word and a tab and what it is about, a line each. */
export async function answerShell(words: readonly string[]): Promise<string> {
  const found = await complete(words, completionFacts)
  return found
    .map(({ word, about }) => `${about === undefined ? word : `${word}\t${about.replaceAll(/\s+/g, ' ')}`}\n`)
    .join('')
}
