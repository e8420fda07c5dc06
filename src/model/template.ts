/** A template as it is printed. Sections that are empty are absent. */
export interface Template {
  readonly AWSTemplateFormatVersion?: '2010-09-09'
  readonly Description?: string
  readonly Metadata?: { readonly [key: string]: unknown }
  readonly Parameters?: { readonly [id: string]: TemplateParameter }
  readonly Rules?: { readonly [id: string]: object }
  readonly Mappings?: { readonly [id: string]: object }
  readonly Conditions?: { readonly [id: string]: unknown }
  readonly Transform?: string | readonly string[]
  readonly Resources: { readonly [id: string]: TemplateResource }
  readonly Outputs?: { readonly [id: string]: TemplateOutput }
}

export interface TemplateParameter {
  readonly Type: string
  readonly [field: string]: unknown
}

export interface TemplateResource {
  readonly Type: string
  readonly Properties?: { readonly [name: string]: unknown }
  readonly DependsOn?: string | readonly string[]
  readonly Condition?: string
  readonly [field: string]: unknown
}

export interface TemplateOutput {
  readonly Value: unknown
  readonly Description?: string
  readonly Condition?: string
  readonly Export?: { readonly Name: unknown }
}
