import type { Rule } from '../../../check.ts'
import type { Level } from '../../../finding.ts'

/** A rule that is "this schema holds there", in cfn-lint's data. */
export interface SchemaRule extends Rule {
  /** Name of the schema: `aws_lambda_function/zipfile_runtime_enum`. */
  readonly schema: string
  /** Where it holds: paths below the properties, by type; an empty path is the properties themselves. */
  readonly at: { readonly [type: string]: readonly string[] }
  /** What is said when it does not; otherwise, what the schema's keyword says. */
  readonly message?: string | undefined
  /** The schema compares engines of databases in small letters. */
  readonly anyCaseEngine?: boolean
}

interface Texts {
  readonly title: string
  readonly help: string
  readonly message?: string
}

interface More {
  readonly at?: readonly string[]
  readonly anyCaseEngine?: boolean
}

/** A rule about the properties of one type, or about parts of them. */
export function ruleOf(
  code: string,
  type: string,
  schema: string,
  texts: Texts,
  more: More = {},
): SchemaRule {
  const level: Level = code.startsWith('W') ? 'warning' : 'error'
  const { at = [''], anyCaseEngine = false } = more
  return {
    code,
    level,
    ...texts,
    source: pageOf(type),
    schema: `${folderOf(type)}/${schema}`,
    at: { [type]: at },
    anyCaseEngine,
  }
}

function folderOf(type: string): string {
  return type.toLowerCase().replaceAll('::', '_')
}

function pageOf(type: string): string {
  const name = type.toLowerCase().replace('aws::', '').replace('::', '-')
  return `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${name}.html`
}
