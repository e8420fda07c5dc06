import { importersOf } from '../engine/exports.ts'
import type { Operation } from '../operation.ts'
import { validationError } from '../service-error.ts'
import { textNeeded } from './given.ts'
import { stacksHere } from './find-stack.ts'
import { page } from './page.ts'

/** All exports of the account and region, by name. */
export const listExports: Operation = (input, context) => {
  const all = stacksHere(context)
    .filter(({ status }) => status !== 'DELETE_COMPLETE')
    .flatMap(({ id, outputs }) =>
      outputs.flatMap(({ exportName, value }) =>
        exportName === undefined ? [] : [{ ExportingStackId: id, Name: exportName, Value: value }],
      ),
    )
  const sorted = all.sort((a, b) => (a.Name < b.Name ? -1 : 1))
  const { items, next } = page(sorted, input)
  return { Exports: items, ...next }
}

/** The names of the stacks that import an export. */
export const listImports: Operation = (input, { world, place }) => {
  const name = textNeeded(input, 'ExportName')
  const all = importersOf(world, place, name)
  if (all.length === 0) throw validationError(`Export '${name}' is not imported by any stack.`)
  const { items, next } = page(all, input)
  return { Imports: items, ...next }
}
