import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { startMinistack, startMoto, toolPaths, type Endpoint } from '../e2e/endpoints.ts'
import type { Addresses } from './neighbours.ts'
import { writeRecord } from './results.ts'
import { runCases, type Results } from './run-cases.ts'
import { startSandbox } from './start-sandbox.ts'
import { subjects } from './subjects.ts'

// Runs the suite against every endpoint and keeps who passes what in results.json. `npm run conformance`

const cases = subjects.flatMap((subject) => subject.cases)
const results = new Map<string, Results>()
await record('sandbox', startSandbox)
await record('MiniStack', startMinistack)
await record('moto', startMoto, 'host')
await writeRecord(
  { sandbox: versionHere(), MiniStack: installed('ministack'), moto: installed('moto') },
  results,
)

async function record(
  name: string,
  start: () => Promise<Pick<Endpoint, 'url' | 'stop'>>,
  addresses?: Addresses,
): Promise<void> {
  const endpoint = await start()
  const outcome = await runCases(endpoint.url, cases, addresses)
  await endpoint.stop()
  results.set(name, outcome)
  const failed = [...outcome].filter(([, failure]) => failure !== undefined)
  console.log(`${name} passes ${cases.length - failed.length} of ${cases.length} cases`)
  if (process.argv.includes('--why'))
    for (const [{ name }, failure] of failed) console.log(`  ${name}\n    ${failure}`)
}

function installed(distribution: string): string {
  const code = `import importlib.metadata as m; print(m.version('${distribution}'), end='')`
  return execFileSync(toolPaths.python, ['-c', code], { encoding: 'utf8' })
}

function versionHere(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version
}
