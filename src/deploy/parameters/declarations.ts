import type { Template } from '../../model/template.ts'

/** A template parameter as its template declares it. */
export interface ParameterDeclaration {
  readonly name: string
  /** For example `String`, `List<Number>` or `AWS::EC2::KeyPair::KeyName`. */
  readonly type: string
  readonly description?: string
  /** The default as text; lists are comma-separated. */
  readonly default?: string
  readonly noEcho: boolean
  readonly allowedValues?: readonly string[]
  readonly allowedPattern?: string
  readonly constraintDescription?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minValue?: number
  readonly maxValue?: number
}

/** The parameters of a template, in the template's order. */
export function parameterDeclarations(template: Template): readonly ParameterDeclaration[] {
  return Object.entries(template.Parameters ?? {}).map(([name, body]) => {
    const fields = {
      description: optional(body['Description'], String),
      default: optional(body['Default'], text),
      allowedValues: optional(body['AllowedValues'], (values) => [values].flat().map(String)),
      allowedPattern: optional(body['AllowedPattern'], String),
      constraintDescription: optional(body['ConstraintDescription'], String),
      minLength: optional(body['MinLength'], Number),
      maxLength: optional(body['MaxLength'], Number),
      minValue: optional(body['MinValue'], Number),
      maxValue: optional(body['MaxValue'], Number),
    }
    const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    return {
      name,
      type: String(body['Type'] ?? 'String'),
      noEcho: String(body['NoEcho']) === 'true',
      ...present,
    }
  })
}

function optional<T>(value: unknown, read: (value: unknown) => T): T | undefined {
  return value === undefined || value === null ? undefined : read(value)
}

function text(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}
