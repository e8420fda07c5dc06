import type { Finding } from '../../../../src/index.ts'
import type { Draft } from './bases.ts'

/** A template that a wiring check finds something in, and some that it has to leave alone. */
export interface WiringCase {
  readonly finds: Pick<Finding, 'code' | 'level' | 'message' | 'hint'> & { readonly path: string }
  readonly fails: Draft
  /** By what makes them right, or not to be known. */
  readonly silent: { readonly [why: string]: Draft }
}
