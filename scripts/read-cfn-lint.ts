// For maintainers: takes over cfn-lint's schemas. `pip download --no-deps cfn-lint==VERSION`, unpack the wheel, then
// `npx tsx scripts/read-cfn-lint.ts VERSION FOLDER`, where FOLDER holds `cfnlint`. Writes scripts/spec/cfn-lint.pack, which is committed.
import { readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writePack } from './cfn-lint/data-pack.ts'
import { translated, type AnySchema } from './cfn-lint/lean.ts'
import { regionalEnum } from './cfn-lint/regional.ts'
import { readFolder, readJson, readTypes } from './cfn-lint/resource-types.ts'

const [version, folder] = process.argv.slice(2)
if (version === undefined || folder === undefined)
  throw new Error('Cannot read cfn-lint: no version and folder given')

const data = join(folder, 'cfnlint/data')
const schemas = join(data, 'schemas')
const regions = readdirSync(join(schemas, 'providers'))
  .filter((name) => name.endsWith('.json') && name !== 'sam.json')
  .map((name) => name.slice(0, -'.json'.length))
  .sort()

const extensions = readFolder(join(schemas, 'extensions'))
const perRegion = extensions.filter(([, schema]) => 'us-east-1' in schema)
const perEngine = extensions.filter(([name]) => name === 'aws_rds_dbinstance/db_instance_class')
const enums = [
  ...perRegion.map(([name, schema]) => [name, regionalEnum(schema as never, regions)] as const),
  ...perEngine.map(
    ([name, schema]) => [name, regionalEnum({ [regions[0] as string]: schema } as never, regions)] as const,
  ),
]
const elsewhere = new Set(enums.map(([name]) => name))
const others = readFolder(join(schemas, 'other')).filter(([name]) => !name.startsWith('draft7/'))

const pack = writePack(
  `cfn-lint ${version} (https://github.com/aws-cloudformation/cfn-lint): its schemas, converted. Copyright Amazon.com, Inc. or its affiliates, licence MIT-0.`,
  {
    regions,
    types: readTypes(schemas, regions),
    extensions: Object.fromEntries(
      extensions
        .filter(([name]) => !elsewhere.has(name))
        .map(([name, schema]) => [name, translated(schema) as AnySchema]),
    ),
    enums: Object.fromEntries(enums),
    other: Object.fromEntries(others.map(([name, schema]) => [name, translated(schema) as AnySchema])),
    policies: withoutConditionKeys(readJson(join(data, 'AdditionalSpecs/Policies.json'))) as AnySchema,
    runtimes: readJson(join(data, 'AdditionalSpecs/LmbdRuntimeLifecycle.json')),
  },
)
const target = join(dirname(fileURLToPath(import.meta.url)), 'spec/cfn-lint.pack')
writeFileSync(target, pack)
console.log(`${target}: ${pack.length} bytes`)

/** Which actions and resources there are is used; the keys of conditions are most of the size. */
function withoutConditionKeys(policies: unknown): unknown {
  if (typeof policies !== 'object' || policies === null || Array.isArray(policies)) return policies
  const entries = Object.entries(policies).filter(([key]) => key !== 'ConditionKeys')
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutConditionKeys(value)]))
}
