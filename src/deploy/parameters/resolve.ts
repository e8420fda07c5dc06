import { didYouMean } from '../../model/did-you-mean.ts'
import { checkValue } from './check-value.ts'
import type { ParameterDeclaration } from './declarations.ts'

/** Values from one place, and what to call that place. */
export interface ParameterSource {
  /** For example `--param` or `the stack settings`. */
  readonly origin: string
  readonly values: Readonly<Record<string, string>>
}

/** A parameter of a change set: a value, or whatever the deployed stack has. */
export type ChangeSetParameter =
  | { readonly ParameterKey: string; readonly ParameterValue: string }
  | { readonly ParameterKey: string; readonly UsePreviousValue: true }

/** All problems of the given values, each a sentence without a final period; empty when there is none. */
export function checkParameters(
  declared: readonly ParameterDeclaration[],
  sources: readonly ParameterSource[],
): readonly string[] {
  const byName = new Map(declared.map((parameter) => [parameter.name, parameter]))
  return sources.flatMap(({ origin, values }) =>
    Object.entries(values).flatMap(([name, value]) => {
      const parameter = byName.get(name)
      if (parameter === undefined) return [unknownParameter(name, origin, [...byName.keys()])]
      const problem = checkValue(parameter, value)
      return problem === undefined ? [] : [`Parameter "${name}" (${origin}): ${problem}`]
    }),
  )
}

/** Later sources win. What no source has keeps the deployed value, or the template's default. */
export function mergeParameters(
  declared: readonly ParameterDeclaration[],
  sources: readonly ParameterSource[],
  deployed: ReadonlySet<string>,
): { readonly parameters: readonly ChangeSetParameter[]; readonly missing: readonly ParameterDeclaration[] } {
  const given = new Map(sources.flatMap(({ values }) => Object.entries(values)))
  const parameters: ChangeSetParameter[] = []
  const missing: ParameterDeclaration[] = []
  for (const parameter of declared) {
    const value = given.get(parameter.name)
    if (value !== undefined) parameters.push({ ParameterKey: parameter.name, ParameterValue: value })
    else if (deployed.has(parameter.name))
      parameters.push({ ParameterKey: parameter.name, UsePreviousValue: true })
    else if (parameter.default === undefined) missing.push(parameter)
  }
  return { parameters, missing }
}

/** A line that tells what a parameter wants: name, type, description and allowed values. */
export function describeParameter(parameter: ParameterDeclaration): string {
  const { name, type, description, allowedValues, allowedPattern } = parameter
  const wants = allowedValues !== undefined ? `one of ${allowedValues.join(', ')}` : allowedPattern
  return [`${name} (${type})`, description, wants].filter((part) => part !== undefined).join(' – ')
}

function unknownParameter(name: string, origin: string, known: readonly string[]): string {
  const near = didYouMean(name, known)
  const help =
    near !== undefined ? `did you mean "${near}"?` : `it has ${known.length > 0 ? known.join(', ') : 'none'}`
  return `Parameter "${name}" (${origin}): the template does not declare it; ${help}`
}
