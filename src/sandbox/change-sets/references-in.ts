import { subParts, subVariables } from '../../validate/sub-variables.ts'
import { isObject, onlyKey } from '../../validate/json.ts'

/** What a function in a template refers to: a parameter or resource, or an attribute of a resource. */
export interface Reference {
  readonly name: string
  readonly attribute?: string
}

/** Everything that the functions of a value refer to, each once. Pseudo parameters are left out. */
export function referencesIn(value: unknown): readonly Reference[] {
  const found = new Map<string, Reference>()
  walk(value, (reference) => {
    if (!reference.name.startsWith('AWS::'))
      found.set(`${reference.name}.${reference.attribute ?? ''}`, reference)
  })
  return [...found.values()]
}

function walk(value: unknown, tell: (reference: Reference) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, tell)
  if (!isObject(value)) return
  const key = onlyKey(value)
  if (key === 'Ref' && typeof value['Ref'] === 'string') return tell({ name: value['Ref'] })
  if (key === 'Fn::GetAtt') return attribute(value[key], tell)
  if (key === 'Fn::Sub') variables(value[key], tell)
  for (const inner of Object.values(value)) walk(inner, tell)
}

function attribute(argument: unknown, tell: (reference: Reference) => void): void {
  const [name, ...rest] = typeof argument === 'string' ? argument.split('.') : [argument].flat()
  if (typeof name !== 'string') return
  walk(rest, tell)
  tell({ name, attribute: rest.filter((part) => typeof part === 'string').join('.') })
}

function variables(argument: unknown, tell: (reference: Reference) => void): void {
  const parts = subParts(argument)
  if (parts === undefined) return
  for (const variable of subVariables(parts.text)) {
    if (Object.hasOwn(parts.own, variable)) continue
    if (variable.includes('.')) attribute(variable, tell)
    else tell({ name: variable })
  }
}
