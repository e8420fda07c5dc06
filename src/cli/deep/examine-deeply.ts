import type { Finding } from '../../validate/finding.ts'
import { deepPackage } from './deep-package.ts'
import type { Policies } from './policies.ts'
import type { DeepTemplate } from './protocol.ts'
import { runDeep } from './run-deep.ts'
import { deepFindings } from './to-finding.ts'

/** What AWS's validator, with an organisation's policies, finds in templates; for each in its order. */
export async function examineDeeply(
  templates: readonly DeepTemplate[],
  policies: Policies,
): Promise<readonly (readonly Finding[])[]> {
  const answers = await runDeep({ module: deepPackage(), policies, templates })
  return answers.map(deepFindings)
}
