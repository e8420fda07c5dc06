import type { Check } from '../../check.ts'
import { namesOfUses } from '../../dependencies.ts'
import type { Path } from '../../finding.ts'
import { isObject } from '../../json.ts'
import type { TemplateView } from '../../template-view.ts'

/** E3005 for DependsOn, W1001 for references, as cfn-lint has them. */
export const conditionalReferences: Check = {
  rules: [
    {
      code: 'W1001',
      level: 'warning',
      title: 'What is referred to exists in every case in which the reference does',
      help: 'When a condition leaves a resource out, CloudFormation refuses every reference to it that is still there. Put the same condition on what refers to it, or choose with Fn::If between the reference and something else, for example AWS::NoValue.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html',
    },
  ],
  run(template, report) {
    const conditional = new Set(
      [...template.resources]
        .filter(([, { json }]) => typeof json['Condition'] === 'string')
        .map(([id]) => id),
    )
    if (conditional.size === 0) return
    const names = namesOfUses(template)
    for (const [index, use] of template.uses.entries()) {
      for (const target of new Set(names[index])) {
        if (conditional.has(target) && mayBeMissing(target, use.path, template)) {
          report({ path: use.path, message: missing(target, template) })
        }
      }
    }
    for (const { id, json } of template.resources.values()) {
      for (const target of [json['DependsOn']].flat()) {
        const path = ['Resources', id, 'DependsOn']
        if (typeof target !== 'string' || !conditional.has(target) || !mayBeMissing(target, path, template))
          continue
        report({ code: 'E3005', level: 'error', path, message: missing(target, template) })
      }
    }
  },
}

function missing(target: string, { resources }: TemplateView): string {
  return `The resource "${target}" is not there when the condition "${String(resources.get(target)?.json['Condition'])}" is false`
}

/** Whether there is a case in which the place is used and the resource is not made. Undecided counts as no. */
function mayBeMissing(target: string, path: Path, template: TemplateView): boolean {
  const { condition, branches } = guardsOf(path, template)
  const wanted = template.resources.get(target)?.json['Condition'] as string
  if (
    !Object.hasOwn(template.conditions, wanted) ||
    (condition !== undefined && !Object.hasOwn(template.conditions, condition))
  )
    return false
  const cases =
    template.scenarios.of([wanted, ...branches.keys()], condition === undefined ? [] : [condition]) ?? []
  return cases.some(
    (one) => one.get(wanted) === false && [...branches].every(([name, holds]) => one.get(name) === holds),
  )
}

interface Guards {
  /** Of the resource or output. */
  readonly condition: string | undefined
  /** The `Fn::If` branches around the place: condition to whether it holds there. */
  readonly branches: ReadonlyMap<string, boolean>
}

function guardsOf(path: Path, { root }: TemplateView): Guards {
  const branches = new Map<string, boolean>()
  let condition: string | undefined
  let node: unknown = root
  for (const [index, step] of path.entries()) {
    node = (node as { readonly [step: string | number]: unknown } | null | undefined)?.[step]
    if (index === 1 && isObject(node) && typeof node['Condition'] === 'string') condition = node['Condition']
    if (step !== 'Fn::If' || !Array.isArray(node) || typeof node[0] !== 'string') continue
    const branch = path[index + 1]
    if (branch === 1 || branch === 2) branches.set(node[0], branch === 1)
  }
  return { condition, branches }
}
