import type { TemplateView } from './template-view.ts'

/** What is computed from a template when it is first asked for, and kept as long as the template. */
export function oncePerTemplate<T>(compute: (template: TemplateView) => T): (template: TemplateView) => T {
  const known = new WeakMap<TemplateView, { readonly value: T }>()
  return (template) => {
    const found = known.get(template) ?? { value: compute(template) }
    known.set(template, found)
    return found.value
  }
}
