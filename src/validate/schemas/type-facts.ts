/** What is known of a type besides how its properties are judged. Paths are below the properties: `Endpoint/Address`. */
export interface TypeFacts {
  readonly readOnly?: readonly string[]
  readonly writeOnly?: readonly string[]
  readonly createOnly?: readonly string[]
  readonly conditionalCreateOnly?: readonly string[]
  readonly primaryIdentifier?: readonly string[]
  readonly deprecated?: readonly string[]
  readonly taggable?: boolean
  readonly tagProperty?: string
  /** Where the service stands that ends: `shutdown`, `sunset` or `maintenance`. */
  readonly lifecycle?: { readonly status: string; readonly date?: string }
  readonly replacementStrategy?: string
}
