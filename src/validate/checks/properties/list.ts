import type { Check } from '../../check.ts'
import { databaseClasses } from './database-classes.ts'
import { lifecycle } from './lifecycle.ts'
import { primaryIdentifiers } from './primary-identifiers.ts'
import { readOnly } from './read-only.ts'
import { regionalValues } from './regional-values.ts'
import { resolvedValues } from './resolved-values.ts'
import { resourceProperties } from './resource-properties.ts'
import { tagging } from './tagging.ts'

/** What resource types take. */
export const properties: readonly Check[] = [
  resourceProperties,
  readOnly,
  tagging,
  primaryIdentifiers,
  lifecycle,
  regionalValues,
  databaseClasses,
  resolvedValues,
]
