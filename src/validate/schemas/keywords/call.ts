import type { Code, KeywordCxt } from 'ajv'
import { judges } from '../judges.ts'
import type { AjvModule } from './ajv-module.ts'

type Argument = Code | number | string | boolean

/** A call of one of the judges, as code. */
export function call(
  cxt: KeywordCxt,
  { codegen: { _, getProperty } }: AjvModule,
  name: keyof typeof judges,
  ...args: readonly Argument[]
): Code {
  const all = cxt.gen.scopeValue('func', { ref: judges, code: _`judges` })
  const list = args.map((arg) => _`${arg}`).reduce((before, arg) => _`${before}, ${arg}`)
  return _`${all}${getProperty(name)}(${list})`
}

/** A value that is made once when the generated module is loaded: what one of the judges makes of its arguments. */
export function constant(
  cxt: KeywordCxt,
  { codegen: { _, getProperty, stringify } }: AjvModule,
  name: 'allowed' | 'names' | 'toRegExp' | 'list',
  ...args: readonly unknown[]
): Code {
  const key = `${name}:${JSON.stringify(args)}`
  const value: unknown =
    name === 'list' ? args[0] : (judges[name] as (...args: readonly unknown[]) => unknown)(...args)
  const list = args.map((arg) => stringify(arg)).reduce((before, arg) => _`${before}, ${arg}`)
  const code = name === 'list' ? list : _`judges${getProperty(name)}(${list})`
  return cxt.gen.scopeValue('obj', { key, ref: value, code })
}
