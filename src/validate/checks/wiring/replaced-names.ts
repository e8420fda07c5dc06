import { versionsOf, type Versions } from '../../changes/compare-versions.ts'
import { replacementOf } from '../../changes/replacements.ts'
import type { Check, Problem } from '../../check.ts'
import { isObject, onlyKey, textOf, type JsonObject } from '../../json.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'

const source =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html'

/** Changes since the template before that cannot be made, because two resources would have to bear one name. */
export const replacedNames: Check = {
  rules: [
    {
      code: 'CFS1701',
      level: 'error',
      title: 'What a change replaces does not keep its name',
      help:
        'To replace a resource, CloudFormation makes the new one before it deletes the old one. When the name is fixed, the new one ' +
        'cannot be made, because the name is taken, and the update rolls back. Change the name together with the property, or leave ' +
        'the name out and let CloudFormation choose one.',
      source,
    },
    {
      code: 'CFS1702',
      level: 'error',
      title: 'A name does not move from one logical id to another in one update',
      help:
        'A resource under a new logical id is made before the one under the old id is deleted, so that a name they share is still ' +
        'taken. Keep the logical id, change the name, or move the resource with a stack refactoring.',
      source,
    },
    {
      code: 'CFS1703',
      level: 'error',
      title: 'A logical id keeps its type',
      help:
        'CloudFormation refuses an update that gives a resource another type under the same logical id. Use another logical id: the ' +
        'new resource is then made, and the old one deleted.',
      source,
    },
  ],
  run(template, report) {
    const before = template.previous?.['Resources']
    if (template.previous === undefined || !isObject(before)) return
    const update = {
      template,
      gone: goneOf(before, template),
      versions: versionsOf(template.previous, template.root),
      report,
    }
    for (const resource of template.resources.values()) {
      const was = Object.hasOwn(before, resource.id) ? before[resource.id] : undefined
      if (was === undefined) judgeRenamed(resource, update)
      else if (isObject(was) && was['Type'] !== resource.type) judgeType(resource, was, report)
      else if (isObject(was)) judgeReplaced(resource, was, update)
    }
  },
}

interface Update {
  readonly template: TemplateView
  /** The resources that are no longer there, by their type. */
  readonly gone: ReadonlyMap<unknown, readonly (readonly [string, JsonObject])[]>
  readonly versions: Versions
  readonly report: (problem: Problem) => void
}

function goneOf(before: JsonObject, { resources }: TemplateView): Update['gone'] {
  const found = new Map<unknown, (readonly [string, JsonObject])[]>()
  for (const [id, was] of Object.entries(before)) {
    if (resources.has(id) || !isObject(was)) continue
    const same = found.get(was['Type'])
    if (same === undefined) found.set(was['Type'], [[id, was]])
    else same.push([id, was])
  }
  return found
}

function judgeRenamed(resource: ResourceView, update: Update): void {
  for (const [id, was] of update.gone.get(resource.type) ?? []) {
    update.template.effort.spend(1)
    const name = was['Condition'] === undefined ? sharedName(was, resource, update) : undefined
    if (name === undefined) continue
    const isSure = name.isFixed && resource.json['Condition'] === undefined
    update.report({
      code: 'CFS1702',
      level: isSure ? 'error' : 'warning',
      path: ['Resources', resource.id, 'Properties', name.property],
      message: `"${resource.id}" takes the ${name.what} ${name.shown} of "${id}", which is deleted only after "${resource.id}" is made`,
      hint: `Keep the logical id "${id}", or choose another ${name.what}`,
    })
  }
}

function judgeType(resource: ResourceView, was: JsonObject, report: (problem: Problem) => void): void {
  const type = textOf(was['Type'])
  // The transform gives these another type, which may be the same as before.
  if ([type, resource.type].some((one) => one.startsWith('AWS::Serverless::') || one === '')) return
  const mayBeAbsent = [was, resource.json].some((json) => json['Condition'] !== undefined)
  report({
    code: 'CFS1703',
    level: mayBeAbsent ? 'warning' : 'error',
    path: ['Resources', resource.id, 'Type'],
    message: `"${resource.id}" was ${type} before and is ${resource.type} now: CloudFormation refuses another type under one logical id`,
    hint: 'Use another logical id',
  })
}

function judgeReplaced(resource: ResourceView, was: JsonObject, update: Update): void {
  const replaces = replacementOf(resource.type)?.replaces ?? []
  const [old, now] = [propertiesOf(was), propertiesOf(resource.json)]
  const changed = replaces.find((name) => update.versions.compare(old[name], now[name]) === 'different')
  const name = changed === undefined ? undefined : sharedName(was, resource, update)
  if (changed === undefined || name === undefined) return
  update.report({
    code: 'CFS1701',
    level: name.isFixed ? 'error' : 'warning',
    path: ['Resources', resource.id, 'Properties', name.property],
    message: `The change of "${changed}" replaces "${resource.id}", but its ${name.what} ${name.shown} stays: the new one cannot be made while the old one has it`,
    hint: `Change "${name.property}" too, or leave it out`,
  })
}

interface Name {
  /** What it is, for a message. */
  readonly what: 'name' | 'address'
  readonly property: string
  readonly shown: string
  /** Whether no parameter has a part in it. */
  readonly isFixed: boolean
}

/** The name that a resource had before and has now; undefined when it has none, or may have another. */
function sharedName(
  was: JsonObject,
  resource: ResourceView,
  { versions, template }: Update,
): Name | undefined {
  const [old, now] = [propertiesOf(was), propertiesOf(resource.json)]
  const named = replacementOf(resource.type)?.named ?? []
  const isKept = (name: string): boolean => versions.compare(old[name], now[name]) === 'same'
  // An event bus or a cluster that is not given is the default one; without the name itself, CloudFormation chooses one.
  if (named[0] === undefined || now[named[0]] === undefined || !named.every(isKept)) return undefined
  const property = named.find((name) => isText(now[name], template))
  if (property === undefined) return undefined
  const text = JSON.stringify(now[property])
  const isFixed = !Object.keys(template.parameters).some((name) => text.includes(name))
  const what = property === 'PrivateIpAddress' ? 'address' : 'name'
  return { what, property, shown: shownAs(now[property]), isFixed }
}

/** Text, perhaps with parameters in it: a reference to a resource is no name of its own. */
function isText(value: unknown, { parameters }: TemplateView): boolean {
  if (typeof value === 'string') return true
  const call = onlyKey(value)
  const argument = call === undefined ? undefined : (value as JsonObject)[call]
  if (call === 'Ref') return typeof argument === 'string' && Object.hasOwn(parameters, argument)
  return call === 'Fn::Sub' || call === 'Fn::Join'
}

function shownAs(value: unknown): string {
  const call = onlyKey(value)
  const text = call === undefined ? value : (value as JsonObject)[call]
  return typeof text === 'string' ? `"${call === 'Ref' ? `\${${text}}` : text}"` : JSON.stringify(value)
}

function propertiesOf(json: JsonObject): JsonObject {
  const properties = json['Properties']
  return isObject(properties) ? properties : {}
}
