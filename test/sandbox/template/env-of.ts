import { newWorld } from '../../../src/sandbox/store/new-world.ts'
import { processTemplate } from '../../../src/sandbox/template/process-template.ts'
import { settleParameters } from '../../../src/sandbox/template/parameters/settle-parameters.ts'
import { readTemplate } from '../../../src/sandbox/template/read-template.ts'
import type { ProcessedTemplate } from '../../../src/sandbox/template/processed-template.ts'
import type { ResolveEnv } from '../../../src/sandbox/template/resolve-env.ts'
import type { Place, Store, World } from '../../../src/sandbox/world.ts'

export const place: Place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }

export const stack = {
  id: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/network/0a1b2c3d-0000-11ee-8000-0a1b2c3d4e5f',
  name: 'network',
}

/** A world without stacks, with these things in its stores. */
export function worldWith(store: Partial<Store> = {}): World {
  return { ...newWorld('test', 0), store: { parameters: {}, secrets: {}, buckets: {}, ...store } }
}

/** What functions go by; nothing exists in it but what is given. */
export function envOf(given: Partial<ResolveEnv> = {}): ResolveEnv {
  return {
    world: worldWith(),
    place,
    stack,
    topics: [],
    scope: { parameters: {}, mappings: {}, conditions: {} },
    resource: () => undefined,
    import: () => undefined,
    ...given,
  }
}

/** A template, processed with these values of its parameters. */
export function processedWith(
  template: object | string,
  values: { readonly [key: string]: string } = {},
  world = worldWith(),
): ProcessedTemplate {
  const body = typeof template === 'string' ? template : JSON.stringify(template)
  const given = Object.entries(values).map(([ParameterKey, ParameterValue]) => ({
    ParameterKey,
    ParameterValue,
  }))
  const parameters = settleParameters(readTemplate(body), given, undefined, { world, place })
  return processTemplate({ body, parameters, topics: [] }, place, stack, world)
}
