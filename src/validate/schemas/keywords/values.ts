import type { Code, CodeKeywordDefinition, KeywordCxt } from 'ajv'
import { kindBits } from '../judges.ts'
import type { AjvModule } from './ajv-module.ts'
import { call, constant } from './call.ts'

/** Keywords about one value: its kind, what it may be, how large, how long. Markers pass all of them but are noted by `is` and `known`. */
export function valueKeywords(module: AjvModule): readonly CodeKeywordDefinition[] {
  const { _ } = module.codegen
  const keyword = (
    name: string,
    isBad: (cxt: KeywordCxt, schema: never) => Code | undefined,
    error?: CodeKeywordDefinition['error'],
  ): CodeKeywordDefinition => ({
    keyword: name,
    ...(error && { error }),
    code(cxt) {
      const condition = isBad(cxt, cxt.schema as never)
      if (condition !== undefined) cxt.fail(condition)
    },
  })
  const notKnown: CodeKeywordDefinition['error'] = {
    message: '',
    params: ({ data }) => _`{unknown: typeof ${data} == "symbol"}`,
  }
  const bound = (name: 'above' | 'below', orEqual: boolean) => (cxt: KeywordCxt, limit: number) =>
    call(cxt, module, name, cxt.data, limit, orEqual)
  return [
    keyword('is', (cxt, kinds: string | readonly string[]) => isOfKind(cxt, module, kinds), notKnown),
    keyword('known', ({ data }) => _`typeof ${data} == "symbol"`, notKnown),
    keyword('enum', (cxt, values: readonly unknown[]) => notAmong(cxt, module, values, false)),
    keyword('enumCaseInsensitive', (cxt, values: readonly unknown[]) => notAmong(cxt, module, values, true)),
    keyword('const', (cxt, value: unknown) =>
      call(cxt, module, 'isOther', cxt.data, module.codegen.stringify(value)),
    ),
    keyword('minimum', bound('below', false)),
    keyword('maximum', bound('above', false)),
    keyword('exclusiveMinimum', bound('below', true)),
    keyword('exclusiveMaximum', bound('above', true)),
    keyword('multipleOf', (cxt, step: number) => call(cxt, module, 'notMultiple', cxt.data, step)),
    keyword('minLength', (cxt, limit: number) => length(cxt, module, limit, 'isShorter')),
    keyword('maxLength', (cxt, limit: number) => length(cxt, module, limit, 'isLonger')),
    keyword('pattern', (cxt, pattern: string) =>
      call(cxt, module, 'misses', cxt.data, constant(cxt, module, 'toRegExp', pattern)),
    ),
    keyword('format', (cxt, name: string) => call(cxt, module, 'isMalformed', cxt.data, name)),
  ]
}

function isOfKind(cxt: KeywordCxt, module: AjvModule, kinds: string | readonly string[]): Code {
  const { _ } = module.codegen
  const bits = [kinds].flat().reduce((sum, kind) => sum | (kindBits[kind] ?? 0), 0)
  const wrong = call(cxt, module, 'isWrong', cxt.data, bits)
  return (bits & 1) === 0 ? wrong : _`typeof ${cxt.data} != "string" && ${wrong}`
}

function notAmong(cxt: KeywordCxt, module: AjvModule, values: readonly unknown[], anyCase: boolean): Code {
  const set = constant(cxt, module, 'allowed', values, anyCase)
  return module.codegen._`!${call(cxt, module, 'isAmong', cxt.data, set, anyCase)}`
}

/** Documents, and text that holds one, are as long as their compact JSON. */
function length(cxt: KeywordCxt, module: AjvModule, limit: number, name: 'isShorter' | 'isLonger'): Code {
  const { _ } = module.codegen
  const { format, is } = cxt.parentSchema as {
    readonly format?: string
    readonly is?: string | readonly string[]
  }
  const isDocument = format === 'json'
  if (!isDocument && ![is].flat().includes('object')) return call(cxt, module, name, cxt.data, limit)
  const measured = call(cxt, module, 'documentLength', cxt.data, isDocument)
  const document = name === 'isShorter' ? _`${measured} < ${limit}` : _`${measured} > ${limit}`
  return isDocument ? document : _`${call(cxt, module, name, cxt.data, limit)} || ${document}`
}
