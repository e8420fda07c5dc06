import type { Code, CodeKeywordDefinition, KeywordCxt, Name } from 'ajv'
import type { AjvModule } from './ajv-module.ts'
import { call } from './call.ts'

/**
 * Keywords that choose between schemas, with a third outcome: a schema that would have to look into a value that is not known says so,
 * as an error with `unknown`, and the choice is then not made.
 */
export function branchKeywords(module: AjvModule): readonly CodeKeywordDefinition[] {
  const { _ } = module.codegen
  const error: CodeKeywordDefinition['error'] = {
    message: '',
    params: ({ params }) => _`{unknown: ${params.unknown}, found: ${params.found ?? _`undefined`}}`,
  }
  return [
    { keyword: 'anyOf', schemaType: 'array', error, code: (cxt) => anyOf(cxt, module) },
    { keyword: 'oneOf', schemaType: 'array', error, code: (cxt) => oneOf(cxt, module) },
    { keyword: 'not', error, code: (cxt) => not(cxt, module) },
    { keyword: 'if', error, code: (cxt) => choose(cxt, module) },
  ]
}

function anyOf(cxt: KeywordCxt, module: AjvModule): void {
  const { gen } = cxt
  const { _ } = module.codegen
  const attempt = start(cxt, module)
  const valid = gen.let('valid', false)
  const one = gen.name('one')
  gen.block(
    () => {
      for (const index of (cxt.schema as readonly unknown[]).keys()) {
        cxt.subschema({ keyword: 'anyOf', schemaProp: index, compositeRule: true }, one)
        gen.assign(valid, one)
        gen.if(_`!${valid}`)
      }
    },
    (cxt.schema as readonly unknown[]).length,
  )
  gen.if(valid, attempt.forget, () => {
    const unknown = gen.const('unknown', attempt.unknown)
    const found = gen.const('found', attempt.errors)
    attempt.forget()
    cxt.setParams({ unknown, found })
    cxt.error()
  })
}

function oneOf(cxt: KeywordCxt, module: AjvModule): void {
  const { gen } = cxt
  const { _ } = module.codegen
  const attempt = start(cxt, module)
  const count = gen.let('count', 0)
  const unknown = gen.let('unknown', false)
  const one = gen.name('one')
  for (const index of (cxt.schema as readonly unknown[]).keys()) {
    const branch = start(cxt, module)
    cxt.subschema({ keyword: 'oneOf', schemaProp: index, compositeRule: true }, one)
    gen.if(one, _`${count}++`, () => gen.assign(unknown, _`${unknown} || ${branch.unknown}`))
  }
  gen.assign(unknown, _`${unknown} && ${count} < 2`)
  const found = gen.const('found', attempt.errors)
  attempt.forget()
  gen.if(_`${count} !== 1 || ${unknown}`, () => {
    cxt.setParams({ unknown, found: _`${count} > 1 ? ${count} : ${found}` })
    cxt.error()
  })
}

function not(cxt: KeywordCxt, module: AjvModule): void {
  const { gen } = cxt
  const { _ } = module.codegen
  const attempt = start(cxt, module)
  const one = gen.name('one')
  cxt.subschema({ keyword: 'not', compositeRule: true }, one)
  const unknown = gen.const('unknown', attempt.unknown)
  attempt.forget()
  gen.if(_`${one} || ${unknown}`, () => {
    cxt.setParams({ unknown })
    cxt.error()
  })
}

/** `if`, `then`, `else`. */
function choose(cxt: KeywordCxt, module: AjvModule): void {
  const { gen } = cxt
  const attempt = start(cxt, module)
  const one = gen.name('one')
  cxt.subschema({ keyword: 'if', compositeRule: true }, one)
  const unknown = gen.const('unknown', attempt.unknown)
  attempt.forget()
  const branch = (keyword: 'then' | 'else') => () => {
    if (cxt.parentSchema[keyword] !== undefined) cxt.subschema({ keyword }, gen.name('branch'))
  }
  gen.if(one, branch('then'), () =>
    gen.if(
      unknown,
      () => {
        cxt.setParams({ unknown })
        cxt.error()
      },
      branch('else'),
    ),
  )
}

interface Attempt {
  /** Whether the errors since the start say that something is not known. */
  readonly unknown: Code
  /** The errors since the start. */
  readonly errors: Code
  /** Takes the errors since the start back. */
  readonly forget: () => void
}

function start(cxt: KeywordCxt, module: AjvModule): Attempt {
  const { _ } = module.codegen
  const { errors, vErrors } = module.names
  const { gen } = cxt
  const mark: Name = gen.const('mark', errors)
  return {
    unknown: call(cxt, module, 'unknownSince', vErrors, mark),
    errors: _`${vErrors} === null ? [] : ${vErrors}.slice(${mark})`,
    forget: () => {
      gen.assign(errors, mark)
      gen.if(_`${vErrors} !== null`, _`${vErrors}.length = ${mark}`)
    },
  }
}
