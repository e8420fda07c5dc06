import type { Check, Problem } from '../../check.ts'
import { propertiesOf, togetherAt, type Together } from '../../properties/places-at.ts'
import { regionalEnum, valuesIn, type RegionalCase } from '../../schemas/regions.ts'
import { toRegExp } from '../../schemas/patterns.ts'
import type { TemplateView } from '../../template-view.ts'
import { notIn } from './regional-values.ts'

const help =
  'RDS offers an instance class for certain engines, versions and licences, and not in every region. Use a class of the list, or another version. A class newer than our data can be suppressed.'
const source = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.Support.html'

interface Classes {
  readonly code: string
  readonly type: string
  readonly values: string
  readonly keys: readonly string[]
  /** The same in all regions. */
  readonly everywhere?: true
}

const classes: readonly Classes[] = [
  {
    code: 'E3025',
    type: 'AWS::RDS::DBInstance',
    values: 'aws_rds_dbinstance/dbinstanceclass_enum',
    keys: ['Engine', 'LicenseModel', 'DBInstanceClass'],
  },
  {
    code: 'E3062',
    type: 'AWS::RDS::DBInstance',
    values: 'aws_rds_dbinstance/db_instance_class',
    keys: ['Engine', 'EngineVersion', 'DBInstanceClass'],
    everywhere: true,
  },
  {
    code: 'E3694',
    type: 'AWS::RDS::DBCluster',
    values: 'aws_rds_dbcluster/dbclusterinstanceclass_enum',
    keys: ['Engine', 'DBClusterInstanceClass'],
  },
]

/** Classes of RDS instances, which depend on the engine. */
export const databaseClasses: Check = {
  rules: [
    {
      code: 'E3025',
      level: 'error',
      title: 'The region has the RDS instance class for the engine and its licence',
      help,
      source,
    },
    {
      code: 'E3062',
      level: 'error',
      title: 'RDS has the instance class for the version of the engine',
      help,
      source,
    },
    {
      code: 'E3694',
      level: 'error',
      title: 'The region has the RDS instance class for clusters of the engine',
      help,
      source,
    },
  ],
  run(template, report) {
    for (const one of classes) {
      for (const properties of propertiesOf(template, one.type)) {
        const reported = new Set<string>()
        for (const together of togetherAt(properties, ...one.keys)) {
          const problem = judge(one, together, template)
          const key = JSON.stringify(problem?.path)
          if (problem !== undefined && !reported.has(key)) report(problem)
          reported.add(key)
        }
      }
    }
  },
}

function judge(
  { code, values, keys, everywhere }: Classes,
  { places }: Together,
  template: TemplateView,
): Problem | undefined {
  const given = Object.fromEntries(keys.map((key, index) => [key, places[index]?.value]))
  const place = places.at(-1)
  if (place === undefined || typeof place.value !== 'string') return undefined
  if (typeof given['Engine'] === 'string') given['Engine'] = given['Engine'].toLowerCase()
  for (const one of regionalEnum(values) as readonly RegionalCase[]) {
    if (!one.ifs.some((condition) => holds(condition as Condition, given))) continue
    const regions =
      everywhere === true
        ? ['af-south-1']
        : template.regions.filter((region) => valuesIn(region, one.values)?.length !== 0)
    const problem = notIn(regions, place.value, one.values, `instance class of ${given['Engine']}`)
    if (problem !== undefined) return { code, path: place.path, ...problem }
  }
  return undefined
}

/** The part of JSON Schema that these conditions are written in. */
interface Condition {
  readonly required?: readonly string[]
  readonly properties?: {
    /** `false`: the property may not be there. */
    readonly [name: string]:
      | false
      | {
          readonly const?: unknown
          readonly pattern?: string
          readonly type?: string | readonly string[]
        }
  }
}

function holds(
  { required = [], properties = {} }: Condition,
  given: { readonly [name: string]: unknown },
): boolean {
  if (required.some((name) => given[name] === undefined)) return false
  return Object.entries(properties).every(([name, schema]) => {
    const value = given[name]
    if (value === undefined) return true
    if (schema === false) return false
    const { const: wanted, pattern, type } = schema
    if (type !== undefined && ![type].flat().includes(typeof value)) return false
    if (wanted !== undefined && String(value) !== String(wanted)) return false
    return pattern === undefined || toRegExp(pattern).test(String(value))
  })
}
