import { createRequire } from 'node:module'
import type { DeepAnswer, DeepJob, DeepTemplate, Diagnostic } from './protocol.ts'

/** The part of AWS's validator that is used; it takes 500 MiB and may crash, so that it has this process for itself. */
interface Engine {
  validateStandard(
    template: { readonly path: string; readBytes(): Uint8Array },
    config: object,
  ): { readonly status: string; readonly diagnostics: readonly Diagnostic[] }
}

interface Validator {
  readonly RegoEngine: new (config: object) => Engine
}

process.once('message', (job: DeepJob) => {
  try {
    const engine = start(job)
    for (const template of job.templates) answer(judge(engine, template))
  } catch (error) {
    answer({ fatal: messageOf(error) })
  }
  process.disconnect()
})

function start({ module, policies }: DeepJob): Engine {
  const { RegoEngine } = createRequire(import.meta.url)(module) as Validator
  return new RegoEngine({ guardRules: policies.guard, customRules: policies.rego })
}

function judge(engine: Engine, { file, text, regions }: DeepTemplate): DeepAnswer {
  try {
    const bytes = Buffer.from(text)
    const reports = regions.map((region) =>
      engine.validateStandard(
        { path: file, readBytes: () => bytes },
        { severityLevel: 'WARN', pseudoParameterOverrides: { region } },
      ),
    )
    return {
      diagnostics: reports.flatMap((report) => report.diagnostics),
      incomplete: reports.some(({ status }) => status === 'ANALYSIS_INCOMPLETE'),
    }
  } catch (error) {
    return { error: messageOf(error) }
  }
}

function answer(value: DeepAnswer): void {
  process.send?.(value)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
