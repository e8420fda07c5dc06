import type { Fragment } from '../model/fragment.ts'
import type { StackSettings } from '../model/stack.ts'
import { CfstackError } from '../model/error.ts'
import { captureSource, type SourceLine } from '../model/source.ts'

/** A stack of the app: its name, how it is deployed, and the fragments that make its template. */
export interface Stack<F extends Fragment = Fragment> {
  /** Name of the stack in the account, and of its template file. */
  readonly name: string
  readonly settings: StackSettings
  readonly fragments: F
  readonly source: () => SourceLine | undefined
}

/**
 * Declares a stack: letters, digits and hyphens for the name, at most 128 of them, a letter first. Throws `E_STACK_NAME` for any
 * other.
 *
 * @example
 * export const base = stack('base', { region: 'us-west-2' }, { net: network('Net') })
 */
export function stack<const F extends Fragment>(
  name: string,
  settings: StackSettings,
  fragments: F,
): Stack<F> {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name))
    throw new CfstackError('E_STACK_NAME', `Cannot declare stack "${name}": the name is not valid`, {
      hint: 'Use letters, digits and hyphens, a letter first, at most 128 characters',
    })
  if (name === 'stacks')
    throw new CfstackError(
      'E_STACK_NAME',
      'Cannot declare stack "stacks": its template would be the manifest',
      {
        hint: 'The build writes stacks.json itself: give the stack another name',
      },
    )
  return { name, settings, fragments, source: captureSource() }
}
