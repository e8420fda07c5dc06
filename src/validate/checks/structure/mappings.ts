import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'

export const mappings: Check = {
  rules: [
    {
      code: 'E7001',
      level: 'error',
      title: 'Mappings have two levels of keys, and values that are scalars or lists of scalars',
    },
  ],
  run({ mappings }, report) {
    for (const [id, mapping] of Object.entries(mappings)) {
      if (id.startsWith('Fn::')) continue
      if (!isObject(mapping)) {
        report({ path: ['Mappings', id], message: 'The mapping is no object' })
        continue
      }
      for (const [top, second] of Object.entries(mapping)) {
        const path = ['Mappings', id, top]
        if (top.startsWith('Fn::')) continue
        if (!isObject(second))
          report({ path, message: 'A top-level key of a mapping holds an object of second-level keys' })
        else {
          const wrong = Object.entries(second).filter(
            ([key, value]) => !key.startsWith('Fn::') && !isPlain(value),
          )
          for (const [key] of wrong)
            report({ path: [...path, key], message: 'A mapping holds scalars and lists of scalars only' })
        }
      }
    }
  },
}

function isPlain(value: unknown): boolean {
  return value !== null && [value].flat().every((item) => typeof item !== 'object')
}
