import type { Template } from '../../model/template.ts'
import { differences } from '../plan/differences.ts'
import type { PlannedProperty } from '../plan/plan.ts'
import { textOf } from './predicted-change.ts'

/** Where two templates differ outside of their resources; defaults of NoEcho parameters are masked. */
export function sectionDifferences(old: Template, fresh: Template): readonly PlannedProperty[] {
  const { Resources: _old, ...was } = old
  const { Resources: _fresh, ...is } = fresh
  const secret = new Set(
    [old, fresh].flatMap(({ Parameters = {} }) =>
      Object.entries(Parameters).flatMap(([name, { NoEcho }]) => (String(NoEcho) === 'true' ? [name] : [])),
    ),
  )
  return differences(was, is).map((one) => {
    const isSecret = one.path[0] === 'Parameters' && secret.has(one.path[1] ?? '')
    const show = (value: unknown) => (isSecret && one.path[2] === 'Default' ? '****' : textOf(value))
    return {
      path: one.path.join('.'),
      recreation: 'no' as const,
      ...(one.before === undefined ? {} : { before: show(one.before) }),
      ...(one.after === undefined ? {} : { after: show(one.after) }),
    }
  })
}
