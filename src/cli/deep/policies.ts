import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CfstackError } from '../../model/error.ts'

/** A file of rules. */
export interface Policy {
  readonly name: string
  readonly content: string
}

/** Rules of an organisation, in the two languages that AWS's validator reads. */
export interface Policies {
  readonly guard: readonly Policy[]
  readonly rego: readonly Policy[]
}

/** Reads the Guard (`.guard`) and Rego (`.rego`) files of a folder and those below it. Throws `E_POLICIES` when there is none. */
export function policiesIn(folder: string | undefined): Policies {
  if (folder === undefined) return { guard: [], rego: [] }
  const names = namesIn(folder)
  const read = (ending: string): readonly Policy[] =>
    names
      .filter((name) => name.endsWith(ending))
      .map((name) => ({ name: join(folder, name), content: readFileSync(join(folder, name), 'utf8') }))
  const policies = { guard: read('.guard'), rego: read('.rego') }
  if (policies.guard.length + policies.rego.length > 0) return policies
  throw new CfstackError('E_POLICIES', `Cannot read policies of "${folder}": there is none in it`, {
    hint: 'Guard rules end in .guard, Rego rules in .rego',
  })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  } catch (cause) {
    throw new CfstackError('E_POLICIES', `Cannot read policies of "${folder}": ${(cause as Error).message}`, {
      hint: 'Name the folder that holds them: --policies DIR',
      cause,
    })
  }
}
