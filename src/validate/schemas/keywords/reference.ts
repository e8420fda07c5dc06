import type { CodeKeywordDefinition, KeywordCxt } from 'ajv'
import type { AjvModule } from './ajv-module.ts'
import { call } from './call.ts'

/** `$ref` as ajv has it, only that the faults it finds tell their place from the root of the schema. */
export function referenceKeyword(module: AjvModule): CodeKeywordDefinition {
  return { keyword: '$ref', schemaType: 'string', code: (cxt) => refer(cxt, module) }
}

function refer(cxt: KeywordCxt, module: AjvModule): void {
  const { gen, it } = cxt
  const { _ } = module.codegen
  const { errors, vErrors } = module.names
  const target = cxt.schema as string
  const found = module.resolveRef.call(it.self, it.schemaEnv.root, it.baseId, target)
  if (!(found instanceof module.SchemaEnv))
    throw new Error(`Cannot compile reference "${target}": it leads nowhere`)
  const validate = module.getValidate(cxt, found)
  gen.if(_`!${module.callValidateCode(cxt, validate, _`this`)}`, () => {
    gen.assign(vErrors, call(cxt, module, 'rooted', vErrors, _`${validate}.errors`, target.slice(1)))
    gen.assign(errors, _`${vErrors}.length`)
  })
}
