import { bucketsHeardOf } from './bucket-events.ts'
import { namesOfUses } from './dependencies.ts'
import type { Path } from './finding.ts'
import { isObject } from './json.ts'
import type { TemplateView } from './template-view.ts'
import { oncePerTemplate } from './once-per-template.ts'

/** Each resource with those that must be there before it: by references and `DependsOn`, whatever the conditions. */
export type DependencyGraph = ReadonlyMap<string, ReadonlySet<string>>

/** The graph of a template, made once. */
export const dependencyGraph = oncePerTemplate((template: TemplateView): DependencyGraph => {
  const { resources } = template
  const graph = new Map([...resources.keys()].map((id) => [id, new Set<string>()]))
  const names = namesOfUses(template)
  for (const [index, { path }] of template.uses.entries()) {
    if (path[0] !== 'Resources' || isApart(path, resources)) continue
    const from = graph.get(path[1] as string)
    for (const name of names[index] ?? []) if (graph.has(name)) from?.add(name)
  }
  for (const { id, json } of resources.values()) {
    if (json['DependsOn'] === undefined) continue
    for (const name of [json['DependsOn']].flat())
      if (typeof name === 'string' && graph.has(name) && name !== id) graph.get(id)?.add(name)
  }
  for (const resource of resources.values())
    for (const bucket of bucketsHeardOf(resource)) graph.get(bucket)?.add(resource.id)
  return graph
})

/** The properties of serverless types that the transform makes resources of, which come after the function. */
const apart = new Set<string | number | undefined>(['Events', 'DeploymentPreference'])

/** Whether what stands at a path is not waited for by its resource. Policies go into the role that is made, or nowhere when one is given. */
function isApart(path: Path, resources: TemplateView['resources']): boolean {
  const resource = resources.get(String(path[1]))
  if (resource?.type.startsWith('AWS::Serverless::') !== true) return false
  const properties = resource.json['Properties']
  return (
    apart.has(path[3]) ||
    (path[3] === 'Policies' && isObject(properties) && Object.hasOwn(properties, 'Role'))
  )
}

/** Everything that is made before a resource, near or far. */
export function madeBefore(id: string, template: TemplateView): ReadonlySet<string> {
  const graph = dependencyGraph(template)
  const found = new Set<string>(graph.get(id))
  for (const next of found) {
    const further = graph.get(next)
    template.effort.spend(1 + (further?.size ?? 0) / 8)
    for (const one of further ?? []) found.add(one)
  }
  return found
}
