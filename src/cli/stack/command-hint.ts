import type { StackFlags } from './stack-flags.ts'

/** Some of the flags that name a stack. */
export type PlaceFlags = { readonly [Name in keyof StackFlags]?: StackFlags[Name] | undefined }

/** A command of ours that means the same stack in the same place: with region, profile and template as they were given. */
export function commandHint(verb: string, flags: PlaceFlags): string {
  const { stack, manifest, template, 'stack-name': name, region, profile, sandbox } = flags
  const words = [
    `cfstack ${verb}`,
    stack === undefined ? undefined : quoted(stack),
    flag('template', template),
    flag('stack-name', name),
    manifest === 'templates-out/stacks.json' ? undefined : flag('manifest', manifest),
    flag('region', region),
    flag('profile', profile),
    sandbox === true ? '--sandbox' : undefined,
  ]
  return words.filter((word) => word !== undefined).join(' ')
}

function flag(name: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `--${name} ${quoted(value)}`
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
