import type { ResourceView, TemplateView } from './template-view.ts'

/** What is computed from a template when it is first asked for, and kept as long as the template. */
export function oncePerTemplate<T>(compute: (template: TemplateView) => T): (template: TemplateView) => T {
  const known = new WeakMap<TemplateView, { readonly value: T }>()
  return (template) => {
    const found = known.get(template) ?? { value: compute(template) }
    known.set(template, found)
    return found.value
  }
}

/** The same for what is computed from one resource, and perhaps the template that it is in. */
export function oncePerResource<Rest extends readonly TemplateView[], T>(
  compute: (resource: ResourceView, ...rest: Rest) => T,
): (resource: ResourceView, ...rest: Rest) => T {
  const known = new WeakMap<ResourceView, { readonly value: T }>()
  return (resource, ...rest) => {
    const found = known.get(resource) ?? { value: compute(resource, ...rest) }
    known.set(resource, found)
    return found.value
  }
}
