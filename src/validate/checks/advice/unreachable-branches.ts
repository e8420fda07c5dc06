import type { Check } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { isObject } from '../../json.ts'
import type { TemplateView } from '../../template-view.ts'
import { both, canHappen, always, type When } from '../../wiring/when.ts'

export const unreachableBranches: Check = {
  rules: [
    {
      code: 'W1028',
      level: 'warning',
      title: 'Both branches of Fn::If can be reached',
      help: 'Where the resource exists, or inside the branch of another Fn::If, this condition is always the same: one of the branches never counts. Write the other one in place of the Fn::If, or correct the condition.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html',
    },
  ],
  run(template, report) {
    for (const { name, argument, path } of template.uses) {
      if (name !== 'Fn::If' || path[0] === 'Conditions' || !Array.isArray(argument) || argument.length !== 3)
        continue
      const [condition] = argument as readonly unknown[]
      if (typeof condition !== 'string' || !Object.hasOwn(template.conditions, condition)) continue
      const there = whenOf(path, template)
      if (there === undefined || there.size === 0 || !canHappen(template, [there])) continue
      for (const index of [1, 2]) {
        const taken = both(there, new Map([[condition, index === 1]]))
        if (taken !== undefined && !isRuledOut(taken, template)) continue
        const told = [...there].map(([one, holds]) => `"${one}" is ${holds ? 'true' : 'false'}`).join(' and ')
        report({ path: [...path, index], message: `This branch is never taken: ${told} where it stands` })
      }
    }
  },
}

/** Whether it is certain that these do not come together: what is undecided may happen. */
function isRuledOut(when: When, { scenarios }: TemplateView): boolean {
  const cases = scenarios.of([...when.keys()])
  return cases?.every((one) => [...when].some(([name, holds]) => one.get(name) !== holds)) === true
}

/** What has to hold for a place to count: the condition of its element, and the branches it stands in. Undefined when that never happens. */
function whenOf(path: Path, { root }: TemplateView): When | undefined {
  let when: When | undefined = always
  let at: unknown = root
  for (const [index, step] of path.slice(0, -1).entries()) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as { readonly [step: string | number]: unknown })[step]
    const own = index === 1 && isObject(at) ? at['Condition'] : undefined
    if (typeof own === 'string') when = when && both(when, new Map([[own, true]]))
    const branch = path[index + 2]
    if (path[index + 1] !== 'Fn::If' || (branch !== 1 && branch !== 2)) continue
    const call = isObject(at) ? at['Fn::If'] : undefined
    const condition: unknown = Array.isArray(call) ? call[0] : undefined
    if (typeof condition === 'string') when = when && both(when, new Map([[condition, branch === 1]]))
  }
  return when
}
