import * as fc from 'fast-check'
import { advance, nextDue, settle } from '../../../src/sandbox/engine/advance.ts'
import { removeLive } from '../../../src/sandbox/live.ts'
import { ServiceError } from '../../../src/sandbox/service-error.ts'
import { stackOperations } from '../../../src/sandbox/stack-operations/stack-operations.ts'
import { newWorld } from '../../../src/sandbox/store/new-world.ts'
import type { Fault, JsonObject, World } from '../../../src/sandbox/world.ts'

/** A resource: what it refers to (by number, lower ones only), and what changes where it is or replaces it. */
interface Node {
  readonly needs: readonly number[]
  readonly name: number
  readonly tag: number
  readonly isThere: boolean
  readonly policy: string | undefined
  readonly waits: boolean
}

/** Something that somebody does, and how long after what was done before, in milliseconds. */
export interface Deed {
  readonly after: number
  readonly action: string
  readonly input: JsonObject
}

export interface Life {
  readonly faults: readonly Fault[]
  readonly deeds: readonly Deed[]
  readonly children: { readonly [key: string]: string }
}

/** The action that is none of the API's. */
export const behindItsBack = 'remove from outside'

const count = 5
const node: fc.Arbitrary<Node> = fc.record({
  needs: fc.uniqueArray(fc.nat(count - 1), { maxLength: 2 }),
  name: fc.nat(2),
  tag: fc.nat(2),
  isThere: fc.boolean(),
  policy: fc.constantFrom(undefined, undefined, undefined, 'Retain', 'RetainExceptOnCreate'),
  waits: fc.nat(5).map((one) => one === 0),
})
const graph = fc.tuple(fc.array(node, { minLength: count, maxLength: count }), fc.boolean())

function resourcesOf(nodes: readonly Node[], isTurned: boolean): JsonObject {
  const there = (at: number): boolean => at === 0 || nodes[at]!.isThere
  const precedes = (other: number, at: number): boolean => (isTurned ? other > at : other < at)
  return Object.fromEntries(
    nodes.flatMap((one, at) => {
      if (!there(at)) return []
      const needs = one.needs.filter((other) => precedes(other, at) && there(other))
      return [[`R${at}`, resourceOf(one, at, needs)]]
    }),
  )
}

function resourceOf({ name, tag, policy, waits }: Node, at: number, needs: readonly number[]): JsonObject {
  const tags = needs.map((other) => ({ Key: `needs-${other}`, Value: { Ref: `R${other}` } }))
  return {
    Type: at % 2 === 0 ? 'AWS::SQS::Queue' : 'AWS::SNS::Topic',
    Properties: {
      ...(name > 0 && { [at % 2 === 0 ? 'QueueName' : 'TopicName']: `n${at}-${name}` }),
      Tags: [...tags, { Key: 'tag', Value: String(tag) }],
    },
    ...(policy !== undefined && { DeletionPolicy: policy }),
    ...(waits && { CreationPolicy: { ResourceSignal: { Count: 2, Timeout: 'PT2M' } } }),
  }
}

const body = fc
  .tuple(graph, fc.constantFrom(undefined, 'a', 'b'), fc.boolean())
  .map(([[nodes, isTurned], child, exports]) => {
    const Resources = resourcesOf(nodes, isTurned)
    const TemplateURL = `https://templates.s3.amazonaws.com/${child}.json`
    if (child !== undefined)
      Object.assign(Resources, { Child: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL } } })
    const Outputs = { Out: { Value: { Ref: 'R0' }, ...(exports && { Export: { Name: 'out' } }) } }
    return JSON.stringify({ Resources, Outputs })
  })

const stackName = fc.constantFrom('one', 'one', 'one', 'one', 'one', 'two')
const flags = fc.record({ DisableRollback: fc.constantFrom('true', 'false', 'false') })
const deploy = (action: string, options: fc.Arbitrary<JsonObject>) =>
  fc.tuple(stackName, body, options).map(([StackName, TemplateBody, more]) => ({
    action,
    input: { StackName, TemplateBody, ...more } as JsonObject,
  }))
const simple = (action: string) =>
  stackName.map((StackName) => ({ action, input: { StackName } as JsonObject }))
const onFailure = fc.record({ OnFailure: fc.constantFrom('ROLLBACK', 'DELETE', 'DO_NOTHING') })
/** Somebody deletes a resource behind its stack's back. */
const outside = fc
  .tuple(stackName, fc.constantFrom('R0', 'R1', 'R2', 'R3', 'R4'))
  .map(([stack, logicalId]) => ({ action: behindItsBack, input: { stack, logicalId } as JsonObject }))
const deed: fc.Arbitrary<Deed> = fc
  .tuple(
    fc.oneof(fc.constant(600_000), fc.nat(60_000)),
    fc.oneof(
      { weight: 3, arbitrary: deploy('CreateStack', onFailure) },
      { weight: 7, arbitrary: deploy('UpdateStack', flags) },
      { weight: 2, arbitrary: simple('CancelUpdateStack') },
      { weight: 2, arbitrary: simple('DeleteStack') },
      { weight: 2, arbitrary: simple('ContinueUpdateRollback') },
      { weight: 1, arbitrary: simple('RollbackStack') },
      { weight: 1, arbitrary: outside },
    ),
  )
  .map(([after, what]) => ({ after, ...what }))

const fault: fc.Arbitrary<Fault> = fc.record(
  {
    kind: fc.constantFrom('fail', 'fail', 'slow'),
    logicalId: fc.constantFrom('R0', 'R1', 'R2', 'R3', 'R4', 'Child'),
    on: fc.constantFrom('create', 'update', 'delete', 'rollback'),
    times: fc.integer({ min: 1, max: 4 }),
    factor: fc.integer({ min: 2, max: 9 }),
  },
  { requiredKeys: ['kind', 'logicalId'] },
)

/** Lives of two stacks in an account where things fail. */
export const life: fc.Arbitrary<Life> = fc.record({
  faults: fc.array(fault, { maxLength: 3 }),
  deeds: fc
    .tuple(deploy('CreateStack', onFailure), fc.array(deed, { minLength: 1, maxLength: 7 }))
    .map(([first, others]) => [{ after: 0, ...first }, ...others]),
  children: fc.record({ a: graph, b: graph }).map(({ a, b }) => ({
    'a.json': JSON.stringify({ Resources: resourcesOf(...a) }),
    'b.json': JSON.stringify({ Resources: resourcesOf(...b) }),
  })),
})

/** Lives it to its end. `between` is what happens to the world after everything that happens in it. */
export function live(
  { faults, deeds, children }: Life,
  between: (world: World) => World = (world) => world,
): World {
  let world = newWorld('life', 0)
  world.faults.push(...structuredClone(faults))
  world.store.buckets['templates'] = {
    account: '123456789012',
    region: 'us-east-1',
    objects: { ...children },
  }
  for (const { after, action, input } of deeds) {
    const until = world.now + after
    for (let at = nextDue(world); at !== undefined && at <= until; at = nextDue(world)) {
      advance(world, at)
      world = between(world)
    }
    advance(world, until)
    attempt(world, action, input)
    world = between(world)
  }
  settle(world)
  return world
}

function attempt(world: World, action: string, input: JsonObject): void {
  if (action === behindItsBack) return removeFromOutside(world, input)
  const place = { account: '123456789012', region: 'us-east-1', partition: 'aws' } as const
  try {
    stackOperations[action]!(input, { world, place, callerArn: 'arn:aws:iam::123456789012:user/sandbox' })
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
  }
}

function removeFromOutside(world: World, { stack, logicalId }: JsonObject): void {
  const found = Object.values(world.live).find(
    ({ owner }) =>
      owner !== undefined && owner.logicalId === logicalId && world.stacks[owner.stackId]?.name === stack,
  )
  if (found !== undefined) removeLive(world, found)
}
