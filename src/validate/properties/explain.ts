/** Kept here for the checks that look for it here. */

import type { Problem } from '../check.ts'
import type { Path } from '../finding.ts'
import { formats } from '../schemas/formats.ts'
import { keywordOf, schemaOfFault, type Fault } from '../schemas/fault.ts'
import type { AnySchema } from '../schemas/prepare.ts'
import { keywordTexts, otherKeyword } from './keyword-texts.ts'

/** A fault as a sentence, under cfn-lint's code for it. `root` is the schema that was judged by. */
export function explain(fault: Fault, path: Path, value: unknown, root: AnySchema): Problem {
  const name = keywordOf(fault)
  const schema = schemaOfFault(root, fault)
  const wanted = schema[stored[name] ?? name]
  const { code, tell } = keywordTexts[name] ?? otherKeyword
  const { at, ...told } = tell({ value, wanted, found: fault.params.found, schema, root })
  const key = at ?? fault.propertyName
  return {
    ...told,
    code: name === 'format' ? (formats[wanted as string]?.code ?? code) : code,
    path: key === undefined ? path : [...path, key],
  }
}

/** How prepared schemas spell a keyword. */
const stored: { readonly [keyword: string]: string } = { type: 'is', additionalProperties: 'closed' }
