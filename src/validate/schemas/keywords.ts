import { _, stringify, type Code, type CodeKeywordDefinition, type KeywordCxt } from 'ajv'

/** What a value must be, in CloudFormation's loose sense: a number is a string too, and `"5"` is a number. */
export type ValueKind = 'string' | 'number' | 'integer' | 'boolean' | 'list' | 'map' | 'stringOrList'

/**
 * `is: kind`. Symbols stand for values that are not known before deployment, and pass. Written as ajv code, so that it lands
 * inline in the precompiled validators.
 */
const is: CodeKeywordDefinition = {
  keyword: 'is',
  schemaType: 'string',
  code(cxt: KeywordCxt) {
    cxt.fail(wrong(cxt.schema as ValueKind, cxt.data))
  },
}

/** `among: [...]`: like `enum`, comparing as text, as CloudFormation does. */
const among: CodeKeywordDefinition = {
  keyword: 'among',
  schemaType: 'array',
  code(cxt: KeywordCxt) {
    const { data, gen } = cxt
    const allowed = gen.scopeValue('schema', { ref: cxt.schema, code: stringify(cxt.schema) })
    cxt.fail(_`typeof ${data} != "symbol" && !${allowed}.includes(String(${data}))`)
  },
}

function wrong(kind: ValueKind, data: Code): Code {
  switch (kind) {
    case 'string':
      return _`typeof ${data} == "object"`
    case 'number':
      return _`typeof ${data} != "symbol" && (typeof ${data} == "object" || ${data} === "" || isNaN(${data}))`
    case 'integer':
      return _`typeof ${data} != "symbol" && (typeof ${data} == "object" || ${data} === "" || ${data} % 1 !== 0)`
    case 'boolean':
      return _`typeof ${data} != "symbol" && !/^(true|false)$/i.test(${data})`
    case 'list':
      return _`typeof ${data} != "symbol" && !Array.isArray(${data})`
    case 'stringOrList':
      return _`typeof ${data} == "object" && !Array.isArray(${data})`
    case 'map':
      return _`typeof ${data} != "symbol" && (typeof ${data} != "object" || !${data} || Array.isArray(${data}))`
  }
}

export const keywords: readonly CodeKeywordDefinition[] = [is, among]
