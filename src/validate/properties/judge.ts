import type { Scenarios } from '../conditions/scenarios.ts'
import type { Path } from '../finding.ts'
import { keywordOf, stepsOf, type Fault, type Validator } from '../schemas/fault.ts'
import { markerMaker } from '../schemas/marker.ts'
import { noTimer, startTimer } from '../timer.ts'
import { casesOf, type Cases } from './cases.ts'
import { decidingConditions, locate, nextConditions, resolve, type Located, type Truth } from './resolve.ts'

/** A fault, and where in the original it is. */
export interface LocatedFault {
  readonly fault: Fault
  /** From the judged value. */
  readonly path: Path
  /** As the template has it. */
  readonly value: unknown
  /** It is why one of several forms does not fit, of which none does. */
  readonly ofBranch?: true
}

export interface Judgement {
  readonly faults: readonly LocatedFault[]
  /** Function calls, each with what is expected in its place: the fault names the part of the schema. */
  readonly calls: (isWanted?: (fault: Fault) => boolean) => readonly LocatedFault[]
  /** There may be more: too many combinations of conditions to tell. */
  readonly undecided: boolean
}

/** So many faults of one value say enough about it. */
const mostFaults = 1000

/** Milliseconds for all cases of one value: only a very large one in very many cases takes as long. */
const longest = 400

/** Judges a value with conditions in it in every case that can occur where its resource exists. */
export function judge(
  value: unknown,
  validator: Validator,
  scenarios: Scenarios,
  condition?: unknown,
): Judgement {
  const { truths, decided, copies } = copiesOf(value, condition, scenarios)
  const holding = typeof condition === 'string' ? [condition] : []
  const faults = new Map<string, LocatedFault>()
  const unknown: (readonly [Fault, Truth])[] = []
  let undecided = false
  const timer = truths.length > 1 ? startTimer(longest) : noTimer
  for (const [index, truth] of truths.entries()) {
    if (timer.isOver()) {
      undecided = true
      break
    }
    for (const fault of validator(copies(index))) {
      if (faults.size >= mostFaults) {
        undecided = true
        break
      }
      if (fault.params.unknown === true) {
        unknown.push([fault, truth])
        continue
      }
      const located = locate(value, stepsOf(fault.instancePath), truth)
      if (faults.has(keyOf(fault, located.path))) continue
      const possible =
        decided || isPossible(fault, located, chosenBy(fault, value, truth), truth, holding, scenarios)
      undecided ||= possible === undefined
      if (possible === true) add(faults, fault, value, truth)
    }
  }
  return { faults: [...faults.values()], calls: callsOf(unknown, value), undecided }
}

/** The cases of a value, and the copy of it that CloudFormation would see in each. */
interface Copies extends Cases {
  readonly copies: (index: number) => unknown
}

/** By template, which its scenarios stand for: values without conditions, each of which many rules ask for. */
const known = new WeakMap<Scenarios, WeakMap<object, Copies>>()

function copiesOf(value: unknown, condition: unknown, scenarios: Scenarios): Copies {
  const ofTemplate = known.get(scenarios) ?? new WeakMap<object, Copies>()
  known.set(scenarios, ofTemplate)
  const isObject = typeof value === 'object' && value !== null
  const found = isObject ? ofTemplate.get(value) : undefined
  if (found !== undefined) return found
  const cases = casesOf(value, condition, scenarios)
  const mark = markerMaker()
  if (!isObject || cases.truths.length > 1)
    return { ...cases, copies: (index) => resolve(value, cases.truths[index] as Truth, mark) }
  const only = resolve(value, cases.truths[0] as Truth, mark)
  const copies = { ...cases, copies: () => only }
  ofTemplate.set(value, copies)
  return copies
}

function add(faults: Map<string, LocatedFault>, fault: Fault, value: unknown, truth: Truth): void {
  for (const one of [fault, ...branchFaults(fault)]) {
    const { path, value: stands } = locate(value, stepsOf(one.instancePath), truth)
    const key = keyOf(one, path)
    if (!faults.has(key))
      faults.set(key, { fault: one, path, value: stands, ...(one !== fault && { ofBranch: true as const }) })
  }
}

/** Located when first asked for; several checks ask. */
function callsOf(unknown: readonly (readonly [Fault, Truth])[], value: unknown): Judgement['calls'] {
  let all: readonly LocatedFault[] | undefined
  return (isWanted) => {
    all ??= located(unknown, value)
    return isWanted === undefined ? all : all.filter(({ fault }) => isWanted(fault))
  }
}

function located(unknown: readonly (readonly [Fault, Truth])[], value: unknown): readonly LocatedFault[] {
  const calls = new Map<string, LocatedFault>()
  for (const [fault, truth] of unknown) {
    if (!/\/(is|known)$/.test(fault.schemaPath)) continue
    const { path, value: call } = locate(value, stepsOf(fault.instancePath), truth)
    calls.set(`${fault.schemaPath}\n${path.join('\n')}`, { fault, path, value: call })
  }
  return [...calls.values()]
}

function keyOf(fault: Fault, path: Path): string {
  return JSON.stringify([
    fault.schemaPath,
    path,
    branchFaults(fault).length > 0 ? 0 : fault.params.found,
    fault.propertyName,
  ])
}

/** Of so many reasons no single one helps. */
const mostReasons = 8

/** Why the branches of a choice do not fit, those of choices in them included. */
function branchFaults({ params: { found, unknown } }: Fault): readonly Fault[] {
  const inner =
    unknown !== true && Array.isArray(found) && typeof found[0] === 'object'
      ? (found as readonly Fault[])
      : []
  const all = inner.flatMap((fault) => [fault, ...branchFaults(fault)])
  return all.length > mostReasons ? [] : all
}

/** Keywords that look at which names an object has, or how many items a list. */
const ofNames =
  /^(required|requiredXor|requiredOr|dependentRequired|dependentExcluded|(min|max)(Items|Properties))$/
/** Keywords that look at one value, whatever its surroundings. */
const ofValue = /^(type|known|additionalProperties|enum|pattern|format|const|minimum|maximum)$/

/** Whether the case in which a fault was found can occur, as far as it matters for the fault. Undefined: not decided. */
function isPossible(
  fault: Fault,
  { value, conditions }: Located,
  judged: unknown,
  truth: Truth,
  holding: readonly string[],
  scenarios: Scenarios,
): boolean | undefined {
  const names = [...new Set([...conditions, ...decidingConditions(judged), ...decisive(fault, value)])]
  if (names.length === 0) return true
  const possible = names.length > 16 ? undefined : scenarios.of(names, holding)
  return possible?.some((scenario) => names.every((name) => scenario.get(name) === truth(name)))
}

/** The object whose properties have chosen the schema that a value fails; undefined when none has. */
function chosenBy(fault: Fault, original: unknown, truth: Truth): unknown {
  const choice = /^.*?\/(then|else|dependencies)(?=\/)/.exec(fault.schemaPath)
  if (choice === null) return undefined
  const rest = fault.schemaPath.slice(choice[0].length).split('/')
  const steps = rest.filter((step) =>
    /^(properties|patternProperties|items|additionalProperties|prefixItems)$/.test(step),
  )
  const place = stepsOf(fault.instancePath)
  return locate(original, place.slice(0, Math.max(0, place.length - steps.length)), truth).value
}

/** The conditions below a value that may have led to a fault about it. */
function decisive(fault: Fault, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const keyword = keywordOf(fault)
  if (ofValue.test(keyword)) return []
  if (!ofNames.test(keyword)) return decidingConditions(value)
  const { found } = fault.params
  const keys = /^(required|dependent)/.test(keyword) && !/X?or$/i.test(keyword) ? [found].flat() : undefined
  return nextConditions(keys === undefined ? value : pick(value, keys as readonly string[]))
}

function pick(value: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => keys.includes(key)))
}
