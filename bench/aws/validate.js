// AWS's own validator on the templates that are named, as a program of its own.
import { createRequire } from 'node:module'

const { RegoEngine, TemplateFile } = createRequire(import.meta.url)('@aws/cloudformation-validate')
const engine = new RegoEngine()
for (const file of process.argv.slice(2)) {
  const { diagnostics } = engine.validateStandard(new TemplateFile(file))
  console.log(`${file}: ${diagnostics.length} findings`)
}
engine.free()
