import { namesOfUses } from '../dependencies.ts'
import type { IntrinsicUse } from '../intrinsic-uses.ts'
import type { TemplateView } from '../template-view.ts'
import { oncePerTemplate } from '../once-per-template.ts'

const byName = oncePerTemplate((template: TemplateView) => {
  const found = new Map<string, IntrinsicUse[]>()
  const names = namesOfUses(template)
  for (const [index, use] of template.uses.entries()) {
    for (const name of names[index] ?? []) {
      const group = found.get(name)
      if (group === undefined) found.set(name, [use])
      else if (group.at(-1) !== use) group.push(use)
    }
  }
  return found
})

/** The function calls that name a resource or parameter, anywhere in the template; `DependsOn` is none. */
export function referrersTo(id: string, template: TemplateView): readonly IntrinsicUse[] {
  return byName(template).get(id) ?? []
}
