import type { CloudFormation } from '../../src/deploy/calls/client.ts'
import { deployStack } from '../../src/deploy/flow/deploy-stack.ts'
import type { DeployChoices, DeployHost } from '../../src/deploy/flow/deployment.ts'
import type { Outcome } from '../../src/deploy/flow/outcome.ts'
import type { DeployTarget } from '../../src/deploy/template/read-target.ts'
import type { DeploySettings, WantedOperation } from '../../src/deploy/template/request.ts'
import type { Template } from '../../src/model/template.ts'

/** A host that approves everything and keeps what it is told. */
export function quietHost(): DeployHost & { readonly lines: string[] } {
  const lines: string[] = []
  return {
    lines,
    interactive: false,
    hint: (verb) => `cfstack ${verb}`,
    say: (text) => void lines.push(text),
    event: () => undefined,
    choose: async () => undefined,
    askParameters: async (missing) => {
      throw new Error(`no value for ${missing.map(({ name }) => name).join(', ')}`)
    },
    approve: async () => undefined,
  }
}

/** A target as if it had been read from a file. */
export function targetOf(stackName: string, template: object, settings: DeploySettings = {}): DeployTarget {
  const text = JSON.stringify(template)
  return { stackName, file: `${stackName}.json`, text, template: template as Template, settings }
}

/** Deploys in this process, everything approved. */
export function deployQuietly(
  aws: CloudFormation,
  target: DeployTarget,
  more: { operation?: WantedOperation; choices?: DeployChoices; signal?: AbortSignal } = {},
): Promise<Outcome> {
  const { operation = 'deploy', choices = {}, signal = new AbortController().signal } = more
  return deployStack({ aws, target, operation, choices, signal, given: [], host: quietHost() })
}
