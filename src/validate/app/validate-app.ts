import { didYouMean } from '../../model/did-you-mean.ts'
import { versionsOf } from '../changes/compare-versions.ts'
import type { Finding, Path } from '../finding.ts'
import { isObject } from '../json.ts'
import type { AppStack } from './app-stack.ts'
import { exportsOf, importsOf, type Export } from './export-names.ts'
import { isOtherList } from './other-list.ts'

/**
 * What is wrong between templates that are deployed side by side: exports that are removed or changed while another one imports them, and
 * imports of names that nobody exports any more. A list of findings for each template, in the order given.
 *
 * @example
 * validateApp([{ shown: 'network', template, previous }, { shown: 'web', template: web }])
 */
export function validateApp(stacks: readonly AppStack[]): readonly (readonly Finding[])[] {
  const imports = new Map(stacks.map((stack) => [stack, importsOf(stack)]))
  return stacks.map((stack) => {
    const others = stacks.filter((other) => other !== stack && isBeside(other, stack))
    const importersOf = (name: string): readonly string[] =>
      others
        .filter((other) => imports.get(other)?.some((one) => one.name === name))
        .map(({ shown }) => `"${shown}"`)
    return [...changedExports(stack, importersOf), ...misspeltImports(stack, others)]
  })
}

function isBeside(a: AppStack, b: AppStack): boolean {
  const isSame = (key: 'region' | 'account'): boolean =>
    a[key] === undefined || b[key] === undefined || a[key] === b[key]
  return isSame('region') && isSame('account')
}

function changedExports(
  stack: AppStack,
  importersOf: (name: string) => readonly string[],
): readonly Finding[] {
  const { template, previous } = stack
  if (!isObject(template) || !isObject(previous)) return []
  const now = new Map(exportsOf(template, stack).map((one) => [one.name, one]))
  const { compare } = versionsOf(previous, template)
  return exportsOf(previous, stack).flatMap((was): readonly Finding[] => {
    const importers = importersOf(was.name).join(', ')
    if (importers === '') return []
    const is = now.get(was.name)
    if (is === undefined) return [removed(was, importers, template)]
    const isOther = compare(was.value, is.value) === 'different' || isOtherList(was.value, is.value, compare)
    return isOther ? [changed(is, importers)] : []
  })
}

function removed({ output, name }: Export, importers: string, template: object): Finding {
  const outputs: unknown = (template as { readonly Outputs?: unknown }).Outputs
  const path: Path =
    isObject(outputs) && output in outputs ? ['Outputs', output] : isObject(outputs) ? ['Outputs'] : []
  return {
    code: 'CFS2401',
    level: 'error',
    path,
    message: `Export "${name}" of output "${output}" is gone, and ${importers} still imports it`,
    hint: 'Keep the export until the import is deployed away, then remove it in a second deployment',
  }
}

function changed({ output, name }: Export, importers: string): Finding {
  return {
    code: 'CFS2402',
    level: 'error',
    path: ['Outputs', output, 'Value'],
    message: `The value of export "${name}" changes, and ${importers} imports it`,
    hint: 'Export the new value under another name, move the imports to it, then remove the old export',
  }
}

/** An import that none of the others exports, though one exports nearly that. */
function misspeltImports(stack: AppStack, others: readonly AppStack[]): readonly Finding[] {
  const names = new Set(
    [stack, ...others].flatMap((one) => exportsOf(one.template, one).map(({ name }) => name)),
  )
  return importsOf(stack).flatMap(({ name, path }): readonly Finding[] => {
    const near = names.has(name) ? undefined : didYouMean(name, [...names])
    if (near === undefined) return []
    const message = `No template here exports "${name}"`
    return [{ code: 'CFS2403', level: 'warning', path, message, hint: `Did you mean "${near}"?` }]
  })
}
