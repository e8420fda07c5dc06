import { isObject, type JsonObject } from '../../../validate/json.ts'
import { isListType } from '../../../validate/functions/yields.ts'
import { textOfScalar } from '../functions/text-of-scalar.ts'

/** A parameter as a template declares it. */
export interface DeclaredParameter {
  readonly key: string
  readonly type: string
  readonly default: string | undefined
  readonly noEcho: boolean
  readonly description: string | undefined
  readonly constraintDescription: string | undefined
  readonly allowedValues: readonly string[] | undefined
  readonly allowedPattern: string | undefined
  readonly limits: { readonly [name in LimitName]: number | undefined }
}

type LimitName = 'MinLength' | 'MaxLength' | 'MinValue' | 'MaxValue'

/** The parameters that a template declares, in its order. */
export function declaredParameters(template: JsonObject): readonly DeclaredParameter[] {
  const section = template['Parameters']
  if (!isObject(section)) return []
  return Object.entries(section).flatMap(([key, one]) => (isObject(one) ? [declared(key, one)] : []))
}

function declared(key: string, json: JsonObject): DeclaredParameter {
  const allowed = json['AllowedValues']
  return {
    key,
    type: String(json['Type']),
    default: textOfDefault(json['Default']),
    noEcho: String(json['NoEcho']) === 'true',
    description: textOfScalar(json['Description']),
    constraintDescription: textOfScalar(json['ConstraintDescription']),
    allowedValues: Array.isArray(allowed) ? allowed.map(String) : undefined,
    allowedPattern: textOfScalar(json['AllowedPattern']),
    limits: {
      MinLength: numberOf(json['MinLength']),
      MaxLength: numberOf(json['MaxLength']),
      MinValue: numberOf(json['MinValue']),
      MaxValue: numberOf(json['MaxValue']),
    },
  }
}

function textOfDefault(value: unknown): string | undefined {
  return Array.isArray(value) ? value.map(String).join(',') : textOfScalar(value)
}

function numberOf(value: unknown): number | undefined {
  const text = textOfScalar(value)
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? undefined : Number(text)
}

/** Whether the value is the name of a parameter of Systems Manager, whose value is what `Ref` yields. */
export function isStoreValued({ type }: DeclaredParameter): boolean {
  return type.startsWith('AWS::SSM::Parameter::Value<')
}

/** What `Ref` yields for a value: texts when the type is a list. */
export function valueAs(type: string, value: string): string | readonly string[] {
  if (!isListType(type)) return value
  return value === '' ? [] : value.split(',').map((item) => item.trim())
}
