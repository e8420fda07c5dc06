import type { Policies } from './policies.ts'

/** What the process of AWS's validator is asked. */
export interface DeepJob {
  /** File of the package. */
  readonly module: string
  readonly policies: Policies
  readonly templates: readonly DeepTemplate[]
}

export interface DeepTemplate {
  readonly file: string
  readonly text: string
  readonly regions: readonly string[]
}

/** What it answers, once for each template in their order; `fatal` when it cannot begin. */
export type DeepAnswer =
  | { readonly diagnostics: readonly Diagnostic[]; readonly incomplete: boolean }
  | { readonly error: string }
  | { readonly fatal: string }

/** A finding as AWS's validator reports it, as far as it is used here. */
export interface Diagnostic {
  readonly ruleId: string
  readonly severity: string
  readonly message: string
  readonly entity?: { readonly logicalId: string; readonly entityType: string }
  /** `Properties.Tags.0` inside a resource, `Parameters/Name/Type` elsewhere. */
  readonly propertyPath?: string
  readonly suggestedFix?: string
}
