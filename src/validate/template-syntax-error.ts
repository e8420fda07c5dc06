import { CfstackError } from '../model/error.ts'

/** Text that is no template: neither JSON nor YAML, or with a key that stands twice. */
export class TemplateSyntaxError extends CfstackError {
  /** What is wrong, without the file. */
  readonly reason: string
  readonly line: number
  readonly column: number

  constructor(file: string, reason: string, place: { readonly line: number; readonly column: number }) {
    super('E_TEMPLATE_SYNTAX', `Cannot read template "${file}:${place.line}:${place.column}": ${reason}`)
    this.reason = reason
    this.line = place.line
    this.column = place.column
  }
}
