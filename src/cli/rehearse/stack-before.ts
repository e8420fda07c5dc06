import { accountOf, checkAccount } from '../../deploy/calls/account.ts'
import { connections } from '../../deploy/calls/connection.ts'
import { parameterDeclarations } from '../../deploy/parameters/declarations.ts'
import type { ParameterSource } from '../../deploy/parameters/resolve.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import type { Template } from '../../model/template.ts'
import type { DeployedStack } from '../../sandbox/rehearse/place-stack.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import { connectionOptions } from '../deployment/connection-options.ts'
import { interruption } from '../interruption.ts'
import type { Output } from '../output.ts'
import { plainView } from '../progress/plain-view.ts'
import { placeholder } from './placeholder.ts'
import { previousTemplate } from './previous-template.ts'
import type { RehearseFlags } from './rehearse-flags.ts'

/** What a deployment starts from. */
export interface StackBefore {
  /** Undefined: the stack does not exist. */
  readonly stack: DeployedStack | undefined
  readonly template: Template | undefined
  /** In words. */
  readonly against: string
  /** Values of exports in the account. */
  readonly exports: Readonly<Record<string, string>>
  readonly account?: string | undefined
  readonly region?: string | undefined
}

/** Finds what the deployment starts from: what `--from` names, or the deployed stack. */
export async function stackBefore(
  argv: RehearseFlags,
  target: DeployTarget,
  { given, output }: { readonly given: readonly ParameterSource[]; readonly output: Output },
): Promise<StackBefore> {
  const { from } = argv
  if (from === undefined) return deployedBefore(argv, target, output)
  if (from === 'nothing') return { stack: undefined, template: undefined, against: 'nothing', exports: {} }
  const body = previousTemplate(from, target)
  const template = parseTemplate(body, from) as Template
  const { tags, stackPolicy, terminationProtection } = target.settings
  const values = Object.assign({}, ...given.map((one) => one.values)) as Readonly<Record<string, string>>
  const stack: DeployedStack = {
    name: target.stackName,
    body,
    parameters: valuesFor(template, values),
    tags,
    terminationProtection,
    policy: stackPolicy === undefined ? undefined : JSON.stringify(stackPolicy),
  }
  return { stack, template, against: from, exports: {} }
}

async function deployedBefore(
  argv: RehearseFlags,
  { stackName, settings }: DeployTarget,
  output: Output,
): Promise<StackBefore> {
  const { signal, close } = interruption()
  const view = plainView(output, { named: false })
  try {
    const { aws } = connections()(connectionOptions(argv, settings, { view, signal }))
    const reads = aws.until(signal)
    const deployed = await reads.describeStack(stackName)
    if (deployed === undefined || deployed.StackStatus === 'REVIEW_IN_PROGRESS')
      return { stack: undefined, template: undefined, against: 'nothing: it is not deployed', exports: {} }
    const id = deployed.StackId ?? stackName
    checkAccount(stackName, settings.account, accountOf(id))
    const [body, policy, found] = await Promise.all([
      reads.template({ stack: id }),
      reads.stackPolicy(id),
      reads.exports(),
    ])
    const template = parseTemplate(body, 'the deployed template') as Template
    const known = Object.fromEntries(
      (deployed.Parameters ?? []).map(({ ParameterKey = '', ParameterValue = '' }) => [
        ParameterKey,
        ParameterValue,
      ]),
    )
    const stack: DeployedStack = {
      name: stackName,
      body,
      parameters: valuesFor(template, known),
      tags: Object.fromEntries((deployed.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
      policy,
      terminationProtection: deployed.EnableTerminationProtection,
    }
    const exports = Object.fromEntries(found.map(({ Name = '', Value = '' }) => [Name, Value]))
    return {
      stack,
      template,
      against: 'the deployed template',
      exports,
      account: accountOf(id),
      region: id.split(':')[3],
    }
  } finally {
    view.close()
    close()
  }
}

/** A value for each parameter; AWS tells nobody those that are hidden. */
function valuesFor(
  template: Template,
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    parameterDeclarations(template).map((parameter) => {
      const value = known[parameter.name]
      const isHidden = parameter.noEcho && /^\*+$/.test(value ?? '')
      return [parameter.name, value === undefined || isHidden ? placeholder(parameter) : value]
    }),
  )
}
