import type { Path } from '../finding.ts'
import { isObject, onlyKey, type JsonObject } from '../json.ts'
import type { TemplateView } from '../template-view.ts'

/** A value that a function call may come out as when nobody says otherwise. */
export interface PossibleValue {
  readonly value: unknown
  /** Where the template has it: a parameter's default, a mapping. */
  readonly source: Path
}

const most = 40

/** What a call may come out as, as far as defaults, allowed values and mappings tell; nothing when that is not known. */
export function possibleValues(call: unknown, template: TemplateView): readonly PossibleValue[] {
  const name = onlyKey(call)
  if (name === undefined) return []
  const argument = (call as JsonObject)[name]
  // A region by itself is what a property that takes one wants.
  if (name === 'Ref') return argument === 'AWS::Region' ? [] : ofReference(argument, template)
  if (name === 'Fn::FindInMap') return ofMapping(argument, template)
  if (name === 'Fn::Select') return ofSelect(argument, template)
  if (name === 'Fn::Split') return ofSplit(argument, template)
  if (name === 'Fn::Sub' && typeof argument === 'string') return ofText(argument, template)
  return name === 'Fn::Join' ? ofJoin(argument, template) : []
}

function ofReference(name: unknown, { parameters, regions }: TemplateView): readonly PossibleValue[] {
  if (name === 'AWS::Region') return regions.map((value) => ({ value, source: [] }))
  const parameter = typeof name === 'string' && Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (!isObject(parameter) || typeof parameter['Type'] !== 'string') return []
  if (parameter['Type'].startsWith('AWS::SSM::')) return []
  const isList = /^(CommaDelimitedList|List<)/.test(parameter['Type'])
  const valueOf = (given: unknown): unknown =>
    isList
      ? String(given)
          .split(',')
          .map((item) => item.trim())
      : given
  const allowed = Array.isArray(parameter['AllowedValues']) ? parameter['AllowedValues'].slice(0, most) : []
  const source = ['Parameters', name as string]
  // An empty default says that there is none; conditions ask for it.
  return [
    ...(isGiven(parameter['Default'])
      ? [{ value: valueOf(parameter['Default']), source: [...source, 'Default'] }]
      : []),
    ...allowed.flatMap((value: unknown, index) =>
      isGiven(value) ? [{ value: valueOf(value), source: [...source, 'AllowedValues', index] }] : [],
    ),
  ]
}

function isGiven(value: unknown): boolean {
  return (
    ['string', 'number', 'boolean'].includes(typeof value) && value !== '' && !String(value).includes('{{')
  )
}

function ofMapping(argument: unknown, template: TemplateView): readonly PossibleValue[] {
  if (!Array.isArray(argument) || argument.length !== 3) return []
  const [maps, tops, seconds] = argument.map((part) => textsOf(part, template)) as [
    string[],
    string[],
    string[],
  ]
  const found = maps.flatMap((map) =>
    tops.flatMap((top) =>
      seconds.flatMap((second): readonly PossibleValue[] => {
        const table = template.mappings[map]
        const row = isObject(table) && Object.hasOwn(table, top) ? table[top] : undefined
        const value = isObject(row) && Object.hasOwn(row, second) ? row[second] : undefined
        return isGiven(value) || Array.isArray(value)
          ? [{ value, source: ['Mappings', map, top, second] }]
          : []
      }),
    ),
  )
  return found.slice(0, most)
}

/** A literal, or what a call may come out as, as text. */
function textsOf(part: unknown, template: TemplateView): readonly string[] {
  if (typeof part !== 'object') return [String(part)]
  return possibleValues(part, template)
    .filter(({ value }) => !Array.isArray(value))
    .map(({ value }) => String(value))
}

function ofText(text: string, template: TemplateView): readonly PossibleValue[] {
  let isKnown = true
  const value = text.replace(/\$\{([^!{}][^{}]*)\}/g, (whole, name: string) => {
    const [first] = textsOf({ Ref: name.trim() }, template)
    isKnown &&= first !== undefined
    return first ?? whole
  })
  return isKnown && !value.includes('{{') ? [{ value: value.replaceAll('${!', '${'), source: [] }] : []
}

function ofSelect(argument: unknown, template: TemplateView): readonly PossibleValue[] {
  if (!Array.isArray(argument) || argument.length !== 2) return []
  const [wanted, list] = argument as readonly unknown[]
  const index = Number(typeof wanted === 'object' ? undefined : wanted)
  const lists = Array.isArray(list)
    ? [{ value: list as unknown, source: [] }]
    : possibleValues(list, template)
  return lists.flatMap(({ value, source }): readonly PossibleValue[] => {
    const item: unknown = Array.isArray(value) ? value[index] : undefined
    return isGiven(item) ? [{ value: item, source }] : []
  })
}

function ofSplit(argument: unknown, template: TemplateView): readonly PossibleValue[] {
  if (!Array.isArray(argument) || argument.length !== 2) return []
  const [delimiter, text] = argument as readonly unknown[]
  if (typeof delimiter !== 'string' || delimiter === '') return []
  return textsOf(text, template)
    .filter((one) => !one.includes('{{'))
    .map((one) => ({ value: one.split(delimiter), source: [] }))
}

function ofJoin(argument: unknown, template: TemplateView): readonly PossibleValue[] {
  if (!Array.isArray(argument) || typeof argument[0] !== 'string' || !Array.isArray(argument[1])) return []
  const parts = (argument[1] as readonly unknown[]).map((part) => textsOf(part, template)[0])
  if (parts.some((part) => part === undefined || part.includes('{{'))) return []
  return [{ value: parts.join(argument[0]), source: [] }]
}
