import type { Template } from '../../src/index.ts'
import { diagramOf } from './made-by.ts'
import { allOptions, type FunctionSource, type OptionSource, type Sources } from './read-sources.ts'

/** The reference page of one fragment. */
export function printPage(fragment: FunctionSource, template: Template, sources: Sources): string {
  const options = optionsOf(fragment, sources)
  return [
    `# ${fragment.name}`,
    '<!-- Generated from src/resources by `npm run docs`. -->',
    fragment.doc.replace(/\n/g, ' '),
    ...(fragment.example === '' ? [] : [['```ts', fragment.example, '```'].join('\n')]),
    ...(options.length === 0 ? [] : ['## Options', optionTable(options)]),
    ...nestedOf(options, sources).flatMap((name) => [`### ${name}`, optionTable(allOptions(name, sources))]),
    '## What it makes',
    'By the smallest useful call, with existing ids for what other fragments make.',
    resourceTable(template),
    ...outputs(template),
    ...diagram(template),
  ].join('\n\n')
}

function optionsOf({ parameters }: FunctionSource, sources: Sources): readonly OptionSource[] {
  const type = /options: ([^=]+?)(?: = |,?\s*$)/.exec(parameters)?.[1] ?? ''
  return type.split('&').flatMap((name) => allOptions(name.trim(), sources))
}

/** Interfaces of ours that options are, or hold: their members are worth a table, too. */
function nestedOf(
  options: readonly OptionSource[],
  sources: Sources,
  seen: readonly string[] = [],
): readonly string[] {
  const named = options.flatMap(({ type }) => type.match(/\b[A-Z]\w+\b/g) ?? [])
  const fresh = [...new Set(named)].filter((name) => sources.interfaces.has(name) && !seen.includes(name))
  return fresh.reduce<readonly string[]>(
    (all, name) => [
      ...all,
      ...(all.includes(name) ? [] : [name]),
      ...nestedOf(allOptions(name, sources), sources, [...seen, ...fresh, ...all]).filter(
        (inner) => !all.includes(inner) && inner !== name,
      ),
    ],
    [],
  )
}

function optionTable(options: readonly OptionSource[]): string {
  const rows = options.map(
    ({ name, optional, type, doc }) =>
      `| \`${name}\`${optional ? '' : ' (required)'} | \`${type.replaceAll('|', '\\|')}\` | ${doc.replaceAll('|', '\\|')} |`,
  )
  return ['| option | type | what it is |', '| --- | --- | --- |', ...rows].join('\n')
}

function resourceTable({ Resources }: Template): string {
  const rows = Object.entries(Resources).map(([id, { Type }]) => `| \`${id}\` | \`${Type}\` |`)
  return ['| logical id | type |', '| --- | --- |', ...rows].join('\n')
}

function outputs({ Outputs = {} }: Template): readonly string[] {
  const rows = Object.entries(Outputs).map(
    ([id, { Description = '' }]) => `| \`${id}\` | ${String(Description)} |`,
  )
  return rows.length === 0
    ? []
    : ['## Outputs', ['| output | what it is |', '| --- | --- |', ...rows].join('\n')]
}

function diagram(template: Template): readonly string[] {
  const drawn = diagramOf(template)
  return drawn === '' ? [] : ['## Who refers to whom', drawn]
}
