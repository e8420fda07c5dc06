import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { inTurn, median, milliseconds, peakMemory, ratio, report, type Run } from './measure.ts'

/** What the measures of validation need. */
export interface ValidationBench {
  /** The project's folder. */
  readonly root: string
  /** A folder for what is built. */
  readonly out: string
  readonly rounds: number
  /** The cfn-lint to compare with. */
  readonly cfnLint: string
}

/** Validation of the templates of bench/templates.ts, whole processes in turn with cfn-lint's and AWS's own. */
export async function measureValidation(bench: ValidationBench): Promise<void> {
  const { root, out } = bench
  const main = join(root, 'dist/cli/main.cjs')
  execFileSync(process.execPath, [main, 'build', '--app', 'bench/templates.ts', '--out', out], { cwd: root })
  for (const name of ['t60', 't500'])
    writeFileSync(
      join(out, `${name}.yaml`),
      stringify(JSON.parse(readFileSync(join(out, `${name}.json`), 'utf8'))),
    )
  againstLint(bench, 't60.json', '>= 15 x')
  againstLint(bench, 't500.json', '>= 40 x')
  againstLint(bench, 't60.yaml', '')
  againstLint(bench, 't500.yaml', '')
  againstAws(bench, 't60.json')
  againstAws(bench, 't500.json')
  const memory = peakMemory(ours(bench, 't500.json'))
  report('memory of cfstack validate, 500 resources', `${memory.toFixed(0)} MiB`, '<= 90 MiB', '')
  await warm(bench)
}

function ours({ root, out }: ValidationBench, template: string): Run {
  const args = [join(root, 'dist/cli/main.cjs'), 'validate', join(out, template)]
  return { name: 'cfstack validate', command: process.execPath, args }
}

function againstLint(bench: ValidationBench, template: string, budget: string): void {
  const lint: Run = { name: 'cfn-lint', command: bench.cfnLint, args: [join(bench.out, template)] }
  const { a, b } = inTurn(lint, ours(bench, template), bench.rounds)
  const times = `${milliseconds(a)} / ${milliseconds(b)}`
  report(`cfn-lint, against cfstack validate, ${template}`, `${ratio(a, b).toFixed(1)} x`, budget, times)
}

function againstAws(bench: ValidationBench, template: string): void {
  const folder = join(bench.root, 'bench/aws')
  if (!existsSync(join(folder, 'node_modules')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' })
  const args = [join(folder, 'validate.js'), join(bench.out, template)]
  const theirs: Run = { name: "AWS's validator", command: process.execPath, args }
  const { a, b } = inTurn(theirs, ours(bench, template), bench.rounds)
  const times = `${milliseconds(a)} / ${milliseconds(b)}; ${peakMemory(theirs).toFixed(0)} MiB`
  report(`AWS's validator, against ours, ${template}`, `${ratio(a, b).toFixed(1)} x`, '>= 30 x', times)
}

async function warm({ root, out }: ValidationBench): Promise<void> {
  const { validate } = await import(join(root, 'dist/index.js'))
  const template = JSON.parse(readFileSync(join(out, 't500.json'), 'utf8'))
  const times = Array.from({ length: 30 }, () => {
    const started = performance.now()
    validate(template)
    return performance.now() - started
  }).slice(10)
  const count = Object.keys(template.Resources).length
  report(
    'validation, process warm',
    `${median(times).toFixed(1)} ms`,
    '<= 15 ms',
    `${count} resources, ${times.length} rounds`,
  )
}
