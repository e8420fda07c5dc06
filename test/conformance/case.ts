import type { Stage } from './stage.ts'

/** Something that CloudFormation does, and how to see that an endpoint does it too. */
export interface Case {
  /** What an endpoint has to do, as a sentence without its subject. Unique. */
  readonly name: string
  /** A page of AWS's documentation, or `known behaviour: ` and where it is seen. */
  readonly source: string
  /** Throws when the endpoint does otherwise. */
  readonly run: (stage: Stage) => Promise<unknown>
}

/** Cases of one subject. */
export interface Subject {
  readonly title: string
  readonly cases: readonly Case[]
}
