import type { Code, CodeKeywordDefinition, KeywordCxt } from 'ajv'
import type { AjvModule } from './ajv-module.ts'
import { call, constant } from './call.ts'

/** Keywords about which names an object has, and how many items a list: they hold only as far as conditions are decided. */
export function groupKeywords(module: AjvModule): readonly CodeKeywordDefinition[] {
  const { _ } = module.codegen
  const keysOf = (data: Code): Code => _`Object.keys(${data}).length`
  return [
    each(module, 'required', 'missing'),
    each(module, 'requiredXor', 'wrongChoice'),
    each(module, 'dependentRequired', 'unmet'),
    each(module, 'dependentExcluded', 'clashing'),
    plain('requiredOr', 'object', (cxt, names: readonly string[]) => {
      const missing = call(cxt, module, 'missing', cxt.data, constant(cxt, module, 'list', names))
      return _`${missing}.length === ${names.length}`
    }),
    plain('minProperties', 'object', ({ data }, limit: number) => _`${keysOf(data)} < ${limit}`),
    plain('maxProperties', 'object', ({ data }, limit: number) => _`${keysOf(data)} > ${limit}`),
    plain('minItems', 'array', ({ data }, limit: number) => _`${data}.length < ${limit}`),
    plain('maxItems', 'array', ({ data }, limit: number) => _`${data}.length > ${limit}`),
    plain(
      'maxUniqueItems',
      'array',
      (cxt, limit: number) => _`${call(cxt, module, 'countUnique', cxt.data)} > ${limit}`,
    ),
    plain('uniqueItems', 'array', (cxt) => call(cxt, module, 'repeats', cxt.data)),
    plain('uniqueKeys', 'array', (cxt, keys: readonly string[]) =>
      call(cxt, module, 'repeatedKeys', cxt.data, constant(cxt, module, 'list', keys)),
    ),
    closed(module),
  ]
}

function plain(
  keyword: string,
  type: 'object' | 'array',
  isBad: (cxt: KeywordCxt, schema: never) => Code,
): CodeKeywordDefinition {
  return { keyword, type, code: (cxt) => cxt.fail(isBad(cxt, cxt.schema as never)) }
}

/** An error for each thing that the judge finds. */
function each(
  module: AjvModule,
  keyword: string,
  name: 'missing' | 'wrongChoice' | 'unmet' | 'clashing',
): CodeKeywordDefinition {
  const { _ } = module.codegen
  return {
    keyword,
    type: 'object',
    error: { message: '', params: ({ params }) => _`{found: ${params.found}}` },
    code(cxt) {
      const found = call(cxt, module, name, cxt.data, constant(cxt, module, 'list', cxt.schema))
      cxt.gen.forOf('found', found, (one) => {
        cxt.setParams({ found: one })
        cxt.error()
      })
    },
  }
}

/** No other properties than the named ones, and those of the patterns: `additionalProperties: false`. */
function closed(module: AjvModule): CodeKeywordDefinition {
  const { _ } = module.codegen
  return {
    keyword: 'closed',
    type: 'object',
    error: { message: '', params: ({ params }) => _`{found: ${params.found}}` },
    code(cxt) {
      const { properties = {}, patternProperties = {} } = cxt.parentSchema
      const names = constant(cxt, module, 'names', Object.keys(properties))
      const patterns = Object.keys(patternProperties).map((pattern) =>
        constant(cxt, module, 'toRegExp', pattern),
      )
      const list = patterns.length === 0 ? _`` : patterns.reduce((before, one) => _`${before}, ${one}`)
      const found = call(cxt, module, 'unknownNames', cxt.data, names, _`[${list}]`)
      cxt.gen.forOf('found', found, (one) => {
        cxt.setParams({ found: one })
        cxt.error()
      })
    },
  }
}
