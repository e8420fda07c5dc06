import { createRequire } from 'node:module'
import { join } from 'node:path'
import { CfstackError } from '../../model/error.ts'

const name = '@aws/cloudformation-validate'

/** The file of AWS's validator, of the project or beside cfstack. Throws `E_NO_DEEP` when it is not installed. */
export function deepPackage(): string {
  for (const from of [join(process.cwd(), 'package.json'), import.meta.url]) {
    try {
      return createRequire(from).resolve(name)
    } catch {
      // The next place may have it.
    }
  }
  throw new CfstackError('E_NO_DEEP', `Cannot validate deeply: package "${name}" is not installed`, {
    hint: `npm install --save-dev ${name}`,
  })
}
