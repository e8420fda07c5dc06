import { parts } from '../parts.ts'
import { ServiceError } from '../service-error.ts'
import type { JsonObject, Place, StackState, World } from '../world.ts'
import { callerOf, playToEnd } from './play-to-end.ts'
import { fillMissing, fillStore, type StandInValue } from './stand-ins.ts'

/** A stack as it is deployed. */
export interface DeployedStack {
  readonly name: string
  /** Its template's text. */
  readonly body: string
  readonly parameters: Readonly<Record<string, string>>
  readonly tags?: Readonly<Record<string, string>> | undefined
  /** The stack policy's text. */
  readonly policy?: string | undefined
  readonly terminationProtection?: boolean | undefined
}

export interface PlaceStackOptions {
  readonly place: Place
  /** What is known of exports of stacks that are not here. */
  readonly exports: Readonly<Record<string, string>>
}

/** How a stack got into the world, or why it did not. */
export type PlacedStack =
  | { readonly kind: 'placed'; readonly stack: StackState; readonly standIns: readonly StandInValue[] }
  | { readonly kind: 'refused'; readonly why: string }

/**
 * Puts a deployed stack into a world, by creating it there at once. What it needs from elsewhere and is not there gets made-up values; a
 * stack that can't be created leaves the world as it was.
 */
export function placeStack(world: World, stack: DeployedStack, options: PlaceStackOptions): PlacedStack {
  const { place, exports } = options
  const standIns = [...fillStore(world, place, stack.body)]
  for (;;) {
    const tried = structuredClone(world)
    const made = create(tried, stack, place)
    if (typeof made !== 'string') {
      Object.assign(world, tried)
      return { kind: 'placed', stack: made, standIns }
    }
    const missing = fillMissing(world, place, { message: made, exports })
    if (missing.length === 0) return { kind: 'refused', why: made }
    standIns.push(...missing)
  }
}

/** The stack, or why it can't be. */
function create(world: World, stack: DeployedStack, place: Place): StackState | string {
  const { name, body, parameters, tags, policy, terminationProtection } = stack
  try {
    const { StackId } = parts.operations['CreateStack']!(
      {
        StackName: name,
        ...templateOf(world, place, { name, body }),
        Parameters: Object.entries(parameters).map(([key, value]) => ({
          ParameterKey: key,
          ParameterValue: value,
        })),
        ...(tags && { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }),
        Capabilities: ['CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'],
        OnFailure: 'DO_NOTHING',
        ...(policy !== undefined && { StackPolicyBody: policy }),
        ...(terminationProtection === true && { EnableTerminationProtection: 'true' }),
      },
      { world, place, callerArn: callerOf(place) },
    )
    playToEnd(world, String(StackId))
    const made = world.stacks[String(StackId)] as StackState
    return made.status === 'CREATE_COMPLETE' ? made : whyNot(made)
  } catch (error) {
    if (error instanceof ServiceError) return error.message
    throw error
  }
}

/** The reason of the earliest failure. */
function whyNot({ events, status, statusReason }: StackState): string {
  const first = events.find(
    (event) => event.status.endsWith('_FAILED') && event.reason?.endsWith('cancelled') !== true,
  )
  return first?.reason ?? statusReason ?? `it ended in ${status}`
}

const largestBody = 51_200

/** The template, or where it is: calls carry small ones only. */
function templateOf(
  world: World,
  { account, region }: Place,
  { name, body }: { readonly name: string; readonly body: string },
): JsonObject {
  if (Buffer.byteLength(body) <= largestBody) return { TemplateBody: body }
  const bucket = (world.store.buckets['rehearsal'] ??= { account, region, objects: {} })
  bucket.objects[name] = body
  return { TemplateURL: `https://rehearsal.s3.${region}.amazonaws.com/${name}` }
}
