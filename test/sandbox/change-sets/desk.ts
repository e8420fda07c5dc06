import { settle } from '../../../src/sandbox/engine/advance.ts'
import type { CallContext } from '../../../src/sandbox/operation.ts'
import { parts } from '../../../src/sandbox/parts.ts'
import type { JsonObject } from '../../../src/sandbox/world.ts'
import { contextWith } from '../read-operations/worlds.ts'

type Input = { readonly [name: string]: unknown }

/** Where calls are made one after the other, and everything that they begin ends at once. */
export interface Desk {
  readonly context: CallContext
  /** Makes a call; nothing goes on afterwards. */
  call(action: string, input: Input): any
  /** Makes a call without waiting for what it begins. */
  begin(action: string, input: Input): any
  /** Makes a stack `web` of these resources. */
  create(resources: object, more?: Input): void
  /** Makes a change set `next` of the stack `web`, and describes it. */
  plan(resources: object, more?: Input, told?: Input): any
}

/** A desk in a world without stacks. */
export function desk(world: object = {}): Desk {
  const context = contextWith([], world)
  const begin: Desk['begin'] = (action, input) =>
    parts.operations[action]!(JSON.parse(JSON.stringify(input)) as JsonObject, context)
  const call: Desk['call'] = (action, input) => {
    const answer = begin(action, input)
    settle(context.world)
    return answer
  }
  return {
    context,
    begin,
    call,
    create: (resources, more = {}) =>
      call('CreateStack', { StackName: 'web', TemplateBody: bodyOf(resources, more), ...inputOf(more) }),
    plan: (resources, more = {}, told = {}) => {
      const { Id } = call('CreateChangeSet', {
        StackName: 'web',
        ChangeSetName: 'next',
        TemplateBody: bodyOf(resources, more),
        ...inputOf(more),
      })
      return call('DescribeChangeSet', { ChangeSetName: Id, IncludePropertyValues: 'true', ...told })
    },
  }
}

/** What of `more` belongs into the template beside the resources. */
const sections = ['Parameters', 'Outputs', 'Conditions', 'Mappings', 'Transform']

function bodyOf(resources: object, more: Input): string {
  const beside = sections.flatMap((name) =>
    `template${name}` in more ? [[name, more[`template${name}`]]] : [],
  )
  return JSON.stringify({ ...Object.fromEntries(beside), Resources: resources })
}

function inputOf(more: Input): Input {
  return Object.fromEntries(Object.entries(more).filter(([name]) => !name.startsWith('template')))
}

export const topic = (properties: object = {}, more: object = {}) => ({
  Type: 'AWS::SNS::Topic',
  Properties: properties,
  ...more,
})

export const parameter = (value: unknown, more: object = {}) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Type: 'String', Value: value },
  ...more,
})
