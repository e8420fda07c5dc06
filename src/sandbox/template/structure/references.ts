import { namesIn } from '../../../validate/dependencies.ts'
import { usesIn } from '../../../validate/intrinsic-uses.ts'

/** The names that functions in a part of a template refer to, of resources and of parameters. */
export interface References {
  readonly all: ReadonlySet<string>
  /** Those that no condition decides about. */
  readonly certain: ReadonlySet<string>
}

const known = new WeakMap<object, References>()

/** What a resource or another part of a template refers to; found once. */
export function referencesOf(part: unknown, section: string): References {
  if (typeof part !== 'object' || part === null) return { all: new Set(), certain: new Set() }
  const found = known.get(part) ?? findReferences(part, section)
  known.set(part, found)
  return found
}

function findReferences(part: object, section: string): References {
  const all = new Set<string>()
  const certain = new Set<string>()
  // The path is that of a part of the section, for `Condition` is a function in some places only.
  for (const use of usesIn(part, [section, '']))
    for (const name of namesIn(use)) {
      all.add(name)
      if (!use.path.includes('Fn::If')) certain.add(name)
    }
  return { all, certain }
}
