import type { Code, CodeKeywordDefinition, KeywordCxt } from 'ajv'

/** What a value must be, in CloudFormation's loose sense: a number is a string too, and `"5"` is a number. */
export type ValueKind = 'string' | 'number' | 'integer' | 'boolean' | 'list' | 'map' | 'stringOrList'

type Ajv = typeof import('ajv')

/**
 * Our two keywords, written as ajv code so that they land inline in the precompiled validators. `is: kind`; and `among: [...]`,
 * like `enum` but comparing as text. Symbols stand for values that are not known before deployment, and pass.
 */
export function keywordsOf(ajv: Ajv): readonly CodeKeywordDefinition[] {
  return [
    {
      keyword: 'is',
      schemaType: 'string',
      code: (cxt: KeywordCxt) => cxt.fail(wrong(ajv, cxt.schema as ValueKind, cxt.data)),
    },
    {
      keyword: 'among',
      schemaType: 'array',
      code(cxt: KeywordCxt) {
        const { data, gen } = cxt
        const allowed = gen.scopeValue('schema', { ref: cxt.schema, code: ajv.stringify(cxt.schema) })
        cxt.fail(
          ajv._`typeof ${data} != "symbol" && (typeof ${data} == "object" || !${allowed}.includes(String(${data})))`,
        )
      },
    },
  ]
}

function wrong({ _ }: Ajv, kind: ValueKind, data: Code): Code {
  switch (kind) {
    case 'string':
      return _`typeof ${data} == "object"`
    case 'number':
      return _`typeof ${data} != "symbol" && (typeof ${data} == "object" || ${data} === "" || isNaN(${data}))`
    case 'integer':
      return _`typeof ${data} != "symbol" && (typeof ${data} == "object" || ${data} === "" || ${data} % 1 !== 0)`
    case 'boolean':
      return _`typeof ${data} != "symbol" && (typeof ${data} == "object" || !/^(true|false)$/i.test(${data}))`
    case 'list':
      return _`typeof ${data} != "symbol" && !Array.isArray(${data})`
    case 'stringOrList':
      return _`typeof ${data} == "object" && !Array.isArray(${data})`
    case 'map':
      return _`typeof ${data} != "symbol" && (typeof ${data} != "object" || !${data} || Array.isArray(${data}))`
  }
}
