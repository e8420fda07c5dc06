import { parameterDeclarations } from '../parameters/declarations.ts'
import type { Stack } from '../calls/client.ts'
import type { DeployTarget } from '../template/read-target.ts'

/** A parameter or tag whose value the settings change. */
export interface ValueChange {
  /** For example `parameter KeyName` or `tag team`. */
  readonly what: string
  readonly before?: string
  readonly after?: string
}

/** Where the settings want other parameter values and tags than the deployed stack has. NoEcho values can't be compared. */
export function valueChanges(
  stack: Pick<Stack, 'Parameters' | 'Tags'>,
  { template, settings }: Pick<DeployTarget, 'template' | 'settings'>,
): readonly ValueChange[] {
  const shown = parameterDeclarations(template).filter(({ noEcho }) => !noEcho)
  const names = new Set(shown.map(({ name }) => name))
  const deployed = (stack.Parameters ?? []).map(
    (one) => [one.ParameterKey ?? '', one.ParameterValue ?? ''] as const,
  )
  const wanted = Object.entries(settings.parameters ?? {}).filter(([name]) => names.has(name))
  const tags = (stack.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''] as const)
  const wantedTags = settings.tags
  return [
    ...changed('parameter', new Map(deployed), new Map(wanted), { removals: false }),
    ...(wantedTags === undefined
      ? []
      : changed('tag', new Map(tags), new Map(Object.entries(wantedTags)), { removals: true })),
  ]
}

function changed(
  kind: string,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  { removals }: { readonly removals: boolean },
): readonly ValueChange[] {
  const gone = removals ? [...before].filter(([name]) => !after.has(name)) : []
  return [
    ...[...after].flatMap(([name, value]) => {
      const old = before.get(name)
      if (old === value) return []
      return [{ what: `${kind} ${name}`, ...(old === undefined ? {} : { before: old }), after: value }]
    }),
    ...gone.map(([name, value]) => ({ what: `${kind} ${name}`, before: value })),
  ]
}
