import { stackReport, type NotableResource, type StackReport } from '../../deploy/inspect/stack-report.ts'
import type { Command } from '../command.ts'
import { stackFlags, type StackFlags } from '../stack/stack-flags.ts'
import { deployedStack, withStack, type StackSession } from '../stack/stack-session.ts'

/** `cfstack status`: what a deployed stack is, has and does. */
export const command: Command<StackFlags> = {
  builder: stackFlags,
  handler: (argv) =>
    withStack(argv, async (session) => {
      const report = await readReport(session)
      session.output.document(report)
      session.output.say(renderReport(report))
      return 0
    }),
}

async function readReport(session: StackSession): Promise<StackReport> {
  const { reads, settings } = session
  const stack = await deployedStack(session, 'show')
  const [resources, pending] = await Promise.all([
    reads.stackResources(stack.StackId),
    reads.pendingChangeSets(stack.StackId),
  ])
  const pendingChangeSets = pending.map(({ name }) => name)
  return stackReport(stack, resources, { pendingChangeSets, sources: settings.sources })
}

/** A report as lines for people. */
export function renderReport(report: StackReport): string {
  const { stack, status, reason, since, drift, terminationProtection, pendingChangeSets } = report
  const counts = Object.entries(report.resources).map(([name, count]) => `${count} ${name}`)
  return [
    `Stack "${stack}": ${status}${since === undefined ? '' : ` since ${since}`}`,
    ...(reason === undefined ? [] : [`  ${reason}`]),
    `  resources: ${counts.join(', ') || 'none'}`,
    ...report.notable.map(renderNotable),
    `  drift: ${drift}; termination protection: ${terminationProtection ? 'on' : 'off'}`,
    ...(report.role === undefined ? [] : [`  role: ${report.role}`]),
    ...table('parameters', report.parameters),
    ...table('tags', report.tags),
    ...table('outputs', report.outputs),
    ...(pendingChangeSets.length === 0 ? [] : [`  waiting change sets: ${pendingChangeSets.join(', ')}`]),
  ].join('\n')
}

/** A resource that failed or is being worked on, as a line. */
export function renderNotable({ logicalId, type, status, reason, source }: NotableResource): string {
  const where = source === undefined ? '' : `  (${source})`
  return `    ${status}  ${logicalId}  ${type}${where}${reason === undefined ? '' : `  ${reason}`}`
}

function table(title: string, values: Readonly<Record<string, string>>): readonly string[] {
  const entries = Object.entries(values)
  if (entries.length === 0) return []
  return [`  ${title}:`, ...entries.map(([name, value]) => `    ${name} = ${value}`)]
}
