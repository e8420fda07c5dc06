import type { ValueKind } from './keywords.ts'

/** The JSON Schema of a resource type's properties: the few keywords that the specification can fill. */
export interface ResourceSchema extends ObjectSchema {
  readonly definitions?: { readonly [name: string]: ObjectSchema }
}

/** Properties by name; others are refused, unless the type takes any. */
export interface ObjectSchema {
  readonly is: 'map'
  readonly properties: { readonly [name: string]: ValueSchema }
  readonly required?: readonly string[]
  readonly additionalProperties?: false
}

/** One value; `{}` takes anything. */
export interface ValueSchema {
  readonly is?: ValueKind
  readonly among?: readonly string[]
  readonly $ref?: string
  readonly items?: ValueSchema
  readonly additionalProperties?: ValueSchema
}

/** What is known about a type: enough to judge its name and `Fn::GetAtt` without reading its schema. */
export interface TypeIndex {
  /** Attribute names; `*` means any. */
  readonly [type: string]: readonly string[]
}

/** File name, without ending, of what belongs to a type or a namespace: `AWS-EC2-VPC`. */
export function fileNameOf(type: string): string {
  return type.replaceAll('::', '-')
}
