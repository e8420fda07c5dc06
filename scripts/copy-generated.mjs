// The compiler copies no data: puts the generated schemas and validators beside the compiled code.
import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const data = ['types.json', 'schemas', 'validators']
for (const name of data) {
  cpSync(join(root, 'src/spec/generated', name), join(root, 'dist/spec/generated', name), { recursive: true })
}
