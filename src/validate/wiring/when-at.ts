import type { Path } from '../finding.ts'
import { isObject } from '../json.ts'
import type { TemplateView } from '../template-view.ts'
import { always, both, type When } from './when.ts'

/** In which cases a place is there: the condition of its resource or output, and the branches of `Fn::If` around it. */
export function whenAt(path: Path, { root }: TemplateView): When {
  let when: When | undefined = always
  let node: unknown = root
  for (const [index, step] of path.entries()) {
    node = (node as { readonly [step: string | number]: unknown } | null | undefined)?.[step]
    const branch = path[index + 1]
    const condition: unknown =
      index === 1 && isObject(node)
        ? node['Condition']
        : step === 'Fn::If' && Array.isArray(node) && (branch === 1 || branch === 2)
          ? node[0]
          : undefined
    if (typeof condition !== 'string') continue
    when = both(when, new Map([[condition, index === 1 || branch === 1]])) ?? when
  }
  return when
}
