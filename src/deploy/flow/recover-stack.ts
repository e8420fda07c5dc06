import { CfstackError } from '../../model/error.ts'
import type { Template } from '../../model/template.ts'
import type { StackResourceDrift } from '../calls/client.ts'
import { retainingTemplate, stepTemplate } from '../drift/step-template.ts'
import type { ChangeSetKind } from '../template/request.ts'
import { executePrepared } from './deploy-stack.ts'
import type { StackDeployment } from './deployment.ts'
import type { Outcome } from './outcome.ts'
import { planStack } from './plan-stack.ts'

/** Takes back what was changed by hand with a drift-aware change set of the deployed template. Undefined when CloudFormation finds nothing to do. */
export function revertDrift(
  deployment: StackDeployment,
  hint: (verb: string) => string,
): Promise<Outcome | undefined> {
  return update(deployment, { kind: { revertDrift: true }, hint })
}

/**
 * Takes it back in two updates, where CloudFormation refuses a drift-aware change set: to what is really there, which changes nothing but what
 * CloudFormation believes, and from there to the template. Each is shown and approved. Throws before anything is done when that can't work.
 */
export async function recoverInSteps(
  deployment: StackDeployment,
  drifts: readonly StackResourceDrift[],
  hint: (verb: string) => string,
): Promise<Outcome> {
  const { target, host } = deployment
  const { template, does, problems } = stepTemplate(target.template, drifts)
  if (problems.length > 0) {
    const list = problems.map((one) => `\n  ${one}`).join('')
    throw new CfstackError('E_RECOVERY', `Cannot recover stack "${target.stackName}" in two steps:${list}`, {
      hint: 'Update the stack with a template that is changed by hand, and then with its own',
      exitCode: 1,
    })
  }
  const retaining = retainingTemplate(target.template, drifts)
  const steps = [
    ...(retaining === undefined
      ? []
      : [{ template: retaining, says: ['what leaves the stack is kept from being deleted'] }]),
    { template: retaining === undefined ? template : stepTemplate(retaining, drifts).template, says: does },
    { template: target.template, says: ['the stack gets its own template back'] },
  ]
  let last: Outcome | undefined
  for (const [index, { template, says }] of steps.entries()) {
    host.say([`Step ${index + 1} of ${steps.length}:`, ...says.map((one) => `  ${one}`)].join('\n'))
    last = (await update(withTemplate(deployment, template), { hint })) ?? last
    if (last?.ok === false) return last
  }
  return last ?? { kind: 'unchanged', stack: target.stackName, status: 'no-changes', ok: true }
}

function withTemplate(deployment: StackDeployment, template: Template): StackDeployment {
  if (template === deployment.target.template) return deployment
  return { ...deployment, target: { ...deployment.target, template, text: JSON.stringify(template) } }
}

async function update(
  deployment: StackDeployment,
  { kind, hint }: { readonly kind?: ChangeSetKind; readonly hint: (verb: string) => string },
): Promise<Outcome | undefined> {
  const { host, signal } = deployment
  const wanted = { ...deployment, operation: 'update' as const, ...(kind === undefined ? {} : { kind }) }
  const { prepared, before } = await planStack(wanted, { keep: false, hint })
  if (prepared === undefined) return undefined
  try {
    await host.approve({ plan: prepared.plan, settings: [] }, signal)
  } catch (error) {
    await prepared.discard()
    throw error
  }
  const start = { operation: 'update' as const, before, retriesFailed: false }
  return executePrepared(wanted, prepared, { start, settings: [], secrets: [] })
}
