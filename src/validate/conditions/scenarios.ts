import { isObject, type JsonObject } from '../json.ts'
import type { Effort } from '../effort.ts'
import { evaluate, variablesOf, type Variable } from './formula.ts'

/** Which conditions hold: name to truth. */
export type Scenario = ReadonlyMap<string, boolean>

export interface Scenarios {
  /**
   * The combinations of these conditions that can occur together, given those that hold for certain. Undefined when there are
   * too many to decide: then nothing may be concluded from a combination.
   */
  readonly of: (names: readonly string[], holding?: readonly string[]) => readonly Scenario[] | undefined
}

/** The most assignments of parameter values that are tried for one question, and for all questions about a template. */
const perQuestion = 4096
const perTemplate = 100_000

export function createScenarios(conditions: JsonObject, parameters: JsonObject, effort?: Effort): Scenarios {
  const known = new Map<string, readonly Scenario[] | undefined>()
  const budget = { left: perTemplate, effort }
  return {
    of(names, holding = []) {
      const key = JSON.stringify([[...names].sort(), [...holding].sort()])
      if (!known.has(key)) known.set(key, enumerate(names, holding, conditions, parameters, budget))
      return known.get(key)
    },
  }
}

function enumerate(
  names: readonly string[],
  holding: readonly string[],
  conditions: JsonObject,
  parameters: JsonObject,
  budget: { left: number; readonly effort: Effort | undefined },
): readonly Scenario[] | undefined {
  const all = [...new Set([...names, ...holding])]
  const variables = variablesOf(all, conditions, parameters)
  const total = variables.reduce((product, variable) => product * variable.values.length, 1)
  if (total > Math.min(perQuestion, budget.left)) return undefined
  budget.left -= total
  budget.effort?.spend(total)
  const found = new Map<string, Scenario>()
  for (let i = 0; i < total; i++) {
    const values = assignment(variables, i)
    const truth = (name: string): boolean => evaluate({ Condition: name }, values, conditions)
    if (!holding.every(truth)) continue
    const scenario = new Map(all.map((name) => [name, truth(name)]))
    found.set(all.map((name) => (scenario.get(name) === true ? 1 : 0)).join(''), scenario)
  }
  return [...found.values()]
}

/** The values of the variables in the given combination, counted like the digits of a number. */
function assignment(variables: readonly Variable[], combination: number): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  let rest = combination
  for (const { key, values: choices } of variables) {
    values.set(key, choices[rest % choices.length] as string)
    rest = Math.floor(rest / choices.length)
  }
  return values
}

/** The names of the conditions that a formula asks for directly. */
export function conditionNames(formula: unknown): readonly string[] {
  if (Array.isArray(formula)) return formula.flatMap(conditionNames)
  if (!isObject(formula)) return []
  const own = typeof formula['Condition'] === 'string' ? [formula['Condition']] : []
  return [...own, ...Object.values(formula).flatMap(conditionNames)]
}
