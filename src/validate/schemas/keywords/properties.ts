import type { CodeKeywordDefinition, KeywordCxt } from 'ajv'
import { leafKeywords } from '../judges.ts'
import { isLeaf } from '../leaves.ts'
import type { AnySchema } from '../prepare.ts'
import type { AjvModule } from './ajv-module.ts'
import { call, constant } from './call.ts'

/** `properties` as in JSON Schema; scalars are judged by a table, the others by code of their own. */
export function propertiesKeyword(module: AjvModule): CodeKeywordDefinition {
  return {
    keyword: 'properties',
    type: 'object',
    schemaType: 'object',
    code: (cxt) => judgeProperties(cxt, module),
  }
}

function judgeProperties(cxt: KeywordCxt, module: AjvModule): void {
  const { gen, data } = cxt
  const { _, getProperty } = module.codegen
  const all = Object.entries(cxt.schema as { readonly [name: string]: AnySchema })
  const leaves = all.filter(([, schema]) => isLeaf(schema, leafKeywords))
  if (leaves.length > 0) judgeTable(cxt, module, Object.fromEntries(leaves))
  for (const [name] of all.filter(([, schema]) => !isLeaf(schema, leafKeywords)))
    gen.if(_`${data}${getProperty(name)} !== undefined`, () =>
      cxt.subschema({ keyword: 'properties', schemaProp: name, dataProp: name }, gen.name('valid')),
    )
}

function judgeTable(cxt: KeywordCxt, module: AjvModule, table: { readonly [name: string]: AnySchema }): void {
  const { gen, data, it } = cxt
  const { _, strConcat } = module.codegen
  const { errors, vErrors, instancePath } = module.names
  const place = strConcat(instancePath, it.errorPath)
  const found = call(
    cxt,
    module,
    'leaves',
    data,
    constant(cxt, module, 'list', table),
    place,
    it.errSchemaPath,
    vErrors,
  )
  gen.assign(vErrors, found)
  gen.assign(errors, _`${vErrors} === null ? 0 : ${vErrors}.length`)
}
