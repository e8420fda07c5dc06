import type { Check } from '../../check.ts'
import { blame, isForMacro } from '../../functions/blame.ts'
import { isObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'

export const findInMap: Check = {
  rules: [
    {
      code: 'E1011',
      level: 'error',
      title: 'Fn::FindInMap names a mapping, and keys that it has where they are literal',
    },
  ],
  run({ uses, mappings, open }, report) {
    for (const { name, argument, path } of uses) {
      if (
        name !== 'Fn::FindInMap' ||
        !Array.isArray(argument) ||
        open ||
        hasDefault(argument) ||
        isForMacro(path)
      )
        continue
      const [map, top, second] = argument as readonly unknown[]
      if (typeof map !== 'string') continue
      const mapping = mappings[map]
      if (!isObject(mapping)) {
        report({
          code: blame(path),
          path: [...path, 0],
          message: `The mapping "${map}" does not exist`,
          hint: suggestion(map, Object.keys(mappings)),
        })
        continue
      }
      if (typeof top === 'string' && !Object.hasOwn(mapping, top) && !('Fn::Transform' in mapping)) {
        report({
          code: blame(path),
          path: [...path, 1],
          message: `The mapping "${map}" has no key "${top}"`,
          hint: suggestion(top, Object.keys(mapping)),
        })
      }
      const rows = typeof top === 'string' ? [mapping[top]] : Object.values(mapping)
      const keys = rows.filter(isObject).flatMap((row) => Object.keys(row))
      if (typeof second === 'string' && keys.length > 0 && !keys.includes(second)) {
        report({
          code: blame(path),
          path: [...path, 2],
          message: `The mapping "${map}" has no second-level key "${second}"`,
          hint: suggestion(second, [...new Set(keys)]),
        })
      }
    }
  },
}

function hasDefault(argument: readonly unknown[]): boolean {
  return isObject(argument[3]) && 'DefaultValue' in argument[3]
}
