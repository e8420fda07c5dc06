import type { JsonObject } from '../world.ts'

type Tree = Map<string, Tree | string>

/** Lists of CloudFormation's input. SDKs send an empty one as `Name=`. */
const lists = new Set([
  'Capabilities',
  'LogicalResourceIds',
  'NotificationARNs',
  'Parameters',
  'ResourceMappings',
  'ResourceTypes',
  'ResourcesToImport',
  'ResourcesToSkip',
  'RetainResources',
  'RollbackTriggers',
  'StackDefinitions',
  'StackRefactorExecutionStatusFilter',
  'StackResourceDriftStatusFilters',
  'StackStatusFilter',
  'Tags',
])

/** The input of a call in the Query protocol: `Tags.member.1.Key=a` becomes `{ Tags: [{ Key: 'a' }] }`. All values are text. */
export function queryInput(form: URLSearchParams): JsonObject {
  const root: Tree = new Map()
  for (const [name, value] of form) plant(root, name.split('.'), value)
  root.delete('Action')
  root.delete('Version')
  return toValue(root) as JsonObject
}

function plant(tree: Tree, [name = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) return void tree.set(name, value)
  const found = tree.get(name)
  const branch: Tree = found instanceof Map ? found : new Map()
  tree.set(name, branch)
  plant(branch, rest, value)
}

function toValue(node: Tree | string, name = ''): unknown {
  if (typeof node === 'string') return node === '' && lists.has(name) ? [] : node
  const [only] = node.size === 1 ? node.keys() : []
  const inner = only === undefined ? undefined : node.get(only)
  if (only === 'member' && inner instanceof Map) return inOrder(inner).map((item) => toValue(item))
  if (only === 'entry' && inner instanceof Map) return Object.fromEntries(inOrder(inner).map(entryOf))
  return Object.fromEntries([...node].map(([key, child]) => [key, toValue(child, key)]))
}

function inOrder(items: Tree): readonly (Tree | string)[] {
  return [...items].sort(([a], [b]) => Number(a) - Number(b)).map(([, item]) => item)
}

function entryOf(entry: Tree | string): [string, unknown] {
  if (typeof entry === 'string') return [entry, '']
  return [String(entry.get('key') ?? ''), toValue(entry.get('value') ?? '')]
}
