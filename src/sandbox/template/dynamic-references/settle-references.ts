import type { ResolveEnv } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import type { ReferringResource } from './judge-dynamic-references.ts'
import { readParameter } from './read-parameter.ts'
import { referencesIn } from './reference.ts'

/**
 * What the plain parameters yield that resources refer to, by the text of the reference: a later deployment finds out by them that a value
 * has changed. Secrets are not among them, for they are nowhere in the clear.
 */
export function settleReferences(
  resources: readonly ReferringResource[],
  env: Pick<ResolveEnv, 'world' | 'place'>,
): { readonly [text: string]: string } | undefined {
  const settled: { [text: string]: string } = {}
  for (const { properties } of resources)
    for (const text of textsIn(properties))
      for (const reference of referencesIn(text))
        if (reference.service === 'ssm' && !reference.text.includes(unknownValue))
          settled[reference.text] = valueOf(reference, env) ?? reference.text
  return Object.keys(settled).length > 0 ? settled : undefined
}

/** What is not there stays as it is written: the deployment will say so. */
function valueOf(...[reference, env]: Parameters<typeof readParameter>): string | undefined {
  try {
    return readParameter(reference, env)
  } catch {
    return undefined
  }
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
