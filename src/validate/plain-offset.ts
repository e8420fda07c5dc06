import type { Path } from './finding.ts'
import type { PlainMember, PlainNode } from './plain-yaml.ts'
import { functionOf } from './short-form.ts'

/** Where a path begins in plain YAML: the key of a member, an item of a list; the nearest parent for a path that is not there. */
export function plainOffset(root: PlainNode, path: Path): number {
  let node = root
  let offset = root.offset
  for (const step of path) {
    // A short form such as `!Sub` is a tag on its argument: the function's name is no step.
    if (node.tag !== '' && functionOf(node.tag) === step) continue
    const inner = innerOf(node, step)
    if (inner === undefined) break
    if (inner.offset >= 0) offset = inner.offset
    node = 'value' in inner ? inner.value : inner
  }
  return Math.max(offset, 0)
}

function innerOf({ content }: PlainNode, step: string | number): PlainMember | PlainNode | undefined {
  if ('text' in content) return undefined
  return content instanceof Map ? content.get(String(step)) : (content as readonly PlainNode[])[Number(step)]
}
