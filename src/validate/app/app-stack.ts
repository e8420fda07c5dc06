/** A template among others, with what is known of the stack that it is for. */
export interface AppStack {
  /** What it is called in messages: the stack, or the file. */
  readonly shown: string
  readonly template: unknown
  /** The template as it was deployed or built before. */
  readonly previous?: unknown
  /** Name of the stack, when it is known. */
  readonly name?: string
  /** Exports reach no further than their region. */
  readonly region?: string
  readonly account?: string
  /** Values of parameters, where they differ from the defaults. */
  readonly parameters?: { readonly [name: string]: string }
}
