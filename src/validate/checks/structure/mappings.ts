import type { Check } from '../../check.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { numericKeysOf } from '../../numeric-keys.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'

const scalars = ['string', 'boolean', 'integer', 'number'] as const
const second: Shape = {
  kinds: ['object'],
  least: 1,
  most: 200,
  names: /^[a-zA-Z0-9]{1,255}$/,
  others: { kinds: [...scalars, 'list'], items: { kinds: scalars } },
}
const top: Shape = {
  kinds: ['object'],
  least: 1,
  most: 200,
  names: /^[a-zA-Z0-9.-]{1,255}$/,
  others: second,
}

export const mappings: Check = {
  rules: [
    {
      code: 'E7001',
      level: 'error',
      title: 'Mappings have two levels of keys, and values that are scalars or lists of scalars',
      help: 'CloudFormation refuses mappings of another form, and does not evaluate functions in them. Names and second-level keys are alphanumeric; top-level keys may have dashes and dots. In YAML, keys of digits alone need quotes.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html',
    },
    {
      code: 'E7010',
      level: 'error',
      title: 'There are at most 200 mappings, and at most 200 keys on each level',
      help: 'CloudFormation refuses more. Split the mapping, or read the values from parameters.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html',
    },
  ],
  run(template, report) {
    const shape: Shape = {
      functions: ['Fn::Transform'],
      kinds: ['object'],
      names: /^[a-zA-Z0-9]+$/,
      others: top,
    }
    const known = template.macros
      ? Object.entries(template.mappings).filter(([id]) => id !== 'Fn::Transform')
      : []
    const value = template.macros ? Object.fromEntries(known) : template.mappings
    judgeAs({ other: 'E7001', count: 'E7010' }, value, shape, ['Mappings'], { template, report })
    for (const [id, mapping] of Object.entries(template.mappings)) {
      if (!isObject(mapping)) continue
      for (const [path, object] of [[['Mappings', id], mapping] as const, ...secondLevels(id, mapping)])
        for (const key of numericKeysOf(object))
          report({
            path: [...path, key],
            message: `The key ${key} is a number, and CloudFormation takes texts`,
            hint: `Write "${key}", with quotes`,
          })
    }
  },
}

function secondLevels(
  id: string,
  mapping: JsonObject,
): readonly (readonly [path: readonly string[], object: object])[] {
  return Object.entries(mapping).flatMap(([key, value]) =>
    isObject(value) ? [[['Mappings', id, key], value] as const] : [],
  )
}
