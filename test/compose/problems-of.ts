import { compose, ComposeError, type ComposeOptions, type Problem, type Stack } from '../../src/index.ts'

/** What compose finds wrong. */
export function problemsOf(...stacks: Stack[]): readonly Problem[] {
  return problemsWith({}, ...stacks)
}

/** What compose finds wrong with these options. */
export function problemsWith(options: ComposeOptions, ...stacks: Stack[]): readonly Problem[] {
  try {
    compose(stacks, options)
  } catch (error) {
    if (error instanceof ComposeError) return error.problems
    throw error
  }
  return []
}
