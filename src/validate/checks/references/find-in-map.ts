import type { Check, Problem } from '../../check.ts'
import { blame, isForMacro } from '../../functions/blame.ts'
import { isObject, onlyKey, type JsonObject } from '../../json.ts'
import { possibleTexts } from '../../possible-values.ts'
import { suggestion } from '../../properties/suggestion.ts'
import type { TemplateView } from '../../template-view.ts'

export const findInMap: Check = {
  rules: [
    {
      code: 'E1011',
      level: 'error',
      title: 'Fn::FindInMap names a mapping and keys that it has, with the values that parameters allow',
      help: 'CloudFormation refuses the template, or the deployment with that value, when the mapping or a key is not there. Check the spelling; with the transform AWS::LanguageExtensions a fourth argument gives a DefaultValue.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-findinmap.html',
    },
    { code: 'E6101', level: 'error', title: 'The value of an output is a string' },
  ],
  run(template, report) {
    if (isAdded(template)) return
    for (const { name, argument, path } of template.uses) {
      if (name !== 'Fn::FindInMap' || !Array.isArray(argument) || argument.length < 3) continue
      if (isForMacro(path) || hasDefault(argument)) continue
      const problem = judge(argument, template)
      if (problem !== undefined) report({ code: blame(path), ...problem, path: [...path, ...problem.path] })
    }
  },
}

/** Macros may add mappings, and keys. */
function isAdded({ macros, mappings }: TemplateView): boolean {
  return macros || JSON.stringify(mappings).includes('"Fn::Transform"')
}

/** Wrong only when no combination of what may stand there is in the mapping. */
function judge([map, top, second]: readonly unknown[], template: TemplateView): Problem | undefined {
  const names = possibleTexts(map, template)
  const known = names?.filter((name) => Object.hasOwn(template.mappings, name))
  if (names !== undefined && known?.length === 0)
    return missing([0], 'mapping', names, Object.keys(template.mappings))
  const maps = (known ?? []).map((name) => template.mappings[name]).filter(isObject)
  if (maps.length === 0) return undefined
  const tops = topsOf(top, maps, template)
  const rows = maps
    .flatMap((one) => tops.flatMap((key) => (Object.hasOwn(one, key) ? [one[key]] : [])))
    .filter(isObject)
  if (rows.length === 0) {
    const wanted = possibleTexts(top, template)
    return wanted === undefined && !isRegion(top)
      ? undefined
      : missing(
          [1],
          'top-level key',
          wanted ?? ['AWS::Region'],
          maps.flatMap((one) => Object.keys(one)),
        )
  }
  const seconds = possibleTexts(second, template)
  if (seconds === undefined || rows.some((row) => seconds.some((key) => Object.hasOwn(row, key))))
    return undefined
  return missing(
    [2],
    'second-level key',
    seconds,
    rows.flatMap((row) => Object.keys(row)),
  )
}

/** The top-level keys that are meant; any when that is not known. */
function topsOf(top: unknown, maps: readonly JsonObject[], template: TemplateView): readonly string[] {
  const all = maps.flatMap((one) => Object.keys(one))
  if (isRegion(top)) return all.filter((key) => /^[a-z]{2,4}(-[a-z]+)+-\d$/.test(key))
  return possibleTexts(top, template) ?? all
}

function isRegion(value: unknown): boolean {
  return onlyKey(value) === 'Ref' && (value as JsonObject)['Ref'] === 'AWS::Region'
}

function missing(
  path: readonly number[],
  what: string,
  names: readonly string[],
  known: readonly string[],
): Problem {
  const shown = names
    .slice(0, 5)
    .map((name) => `"${name}"`)
    .join(', ')
  return {
    path,
    message: `There is no ${what} ${shown}`,
    hint: suggestion(names[0] ?? '', [...new Set(known)]),
  }
}

function hasDefault(argument: readonly unknown[]): boolean {
  return isObject(argument[3]) && 'DefaultValue' in argument[3]
}
