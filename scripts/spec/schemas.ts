import { pack } from '../../src/validate/schemas/pack.ts'
import { fileNameOf } from '../../src/validate/schemas/resource-schema.ts'
import { attributesOf, schemaOf } from '../../src/validate/schemas/schema-of.ts'
import type { ServiceModel } from './load.ts'

/** The data that validation reads at run time: the index of types, and the schemas, one file per namespace. */
export function printSchemas(services: readonly ServiceModel[]): { readonly [file: string]: string } {
  const judged = services.filter((service) => service.namespace !== 'AWS::Serverless')
  const index = services.flatMap((service) => service.types.map((type) => [type.type, attributesOf(type)]))
  return {
    'types.json': JSON.stringify(Object.fromEntries(index)),
    ...Object.fromEntries(
      judged.map((service) => [
        `schemas/${fileNameOf(service.namespace)}.json`,
        JSON.stringify(Object.fromEntries(service.types.map((type) => [type.type, pack(schemaOf(type))]))),
      ]),
    ),
  }
}
