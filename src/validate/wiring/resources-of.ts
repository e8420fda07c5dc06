import type { ResourceView, TemplateView } from '../template-view.ts'
import { oncePerTemplate } from '../once-per-template.ts'

const byType = oncePerTemplate(({ resources }: TemplateView) => {
  const groups = new Map<string, ResourceView[]>()
  for (const resource of resources.values()) {
    const group = groups.get(resource.type)
    if (group === undefined) groups.set(resource.type, [resource])
    else group.push(resource)
  }
  return groups
})

/** The resources of these types, in the order of the template within a type. */
export function resourcesOf(template: TemplateView, ...types: readonly string[]): readonly ResourceView[] {
  const groups = byType(template)
  if (types.length === 1) return groups.get(types[0] as string) ?? []
  return types.flatMap((type) => groups.get(type) ?? [])
}
