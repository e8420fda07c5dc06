import { parameterValue, secretValue } from '../template/dynamic-references/stored-values.ts'
import type { Place, World } from '../world.ts'

/** Something outside that a rehearsal can't know, with a made-up value. */
export interface StandInValue {
  readonly kind: 'export' | 'parameter' | 'secret' | 'template parameter'
  readonly name: string
  readonly value: string
}

/** Puts made-up values where a template reads secrets and parameters that are not there; gives what was put. */
export function fillStore(world: World, place: Place, body: string): readonly StandInValue[] {
  const found: StandInValue[] = []
  for (const [, service, rest = ''] of body.matchAll(
    /\{\{resolve:(ssm|ssm-secure|secretsmanager):([^}]*)\}\}/g,
  )) {
    if (rest.includes('${')) continue
    if (service === 'secretsmanager') {
      const [name = ''] = rest.split(':SecretString')
      if (secretValue(world, place, name) !== undefined) continue
      const key = rest.split(':SecretString:')[1]?.split(':')[0]
      found.push(
        putSecret(
          world,
          place,
          name,
          key === undefined || key === '' ? 'rehearsal' : JSON.stringify({ [key]: 'rehearsal' }),
        ),
      )
    } else {
      const [name = '', version] = rest.split(':')
      if (
        parameterValue(world, place, name, version === undefined ? undefined : Number(version)) === undefined
      )
        found.push(putParameter(world, place, name, Number(version ?? 1)))
    }
  }
  return found
}

/**
 * Puts made-up values in place of what a message says is missing; gives what was put, nothing when the message is about something else.
 */
export function fillMissing(
  world: World,
  place: Place,
  { message, exports }: { readonly message: string; readonly exports: Readonly<Record<string, string>> },
): readonly StandInValue[] {
  const parameters = /Unable to fetch parameters \[([^\]]*)\]/.exec(message)?.[1]
  if (parameters !== undefined)
    return parameters.split(',').map((name) => putParameter(world, place, name.trim(), 1))
  const name = /No export named (\S+) found/.exec(message)?.[1]
  if (name === undefined) return []
  const value = exports[name] ?? 'rehearsal'
  putExport(world, place, name, value)
  return [{ kind: 'export', name, value }]
}

function putParameter(world: World, place: Place, asked: string, versions: number): StandInValue {
  const name = asked.split(':')[0] ?? asked
  // An image is the likeliest that a template asks the store for, and a text is as good as any other.
  const value = 'ami-0123456789abcdef0'
  const values = Array.from({ length: Math.max(1, versions) }, () => value)
  world.store.parameters[`${place.account}/${place.region}/${name}`] = { type: 'String', values }
  return { kind: 'parameter', name, value }
}

function putSecret(world: World, place: Place, name: string, value: string): StandInValue {
  world.store.secrets[`${place.account}/${place.region}/${name}`] = value
  return { kind: 'secret', name, value }
}

/** An export needs a stack that has it. */
function putExport(world: World, place: Place, name: string, value: string): void {
  const stack = `elsewhere-${Object.keys(world.stacks).length}`
  const id = `arn:${place.partition}:cloudformation:${place.region}:${place.account}:stack/${stack}/0`
  world.stacks[id] = {
    id,
    name: stack,
    place,
    status: 'CREATE_COMPLETE',
    createdAt: world.now,
    desired: { body: '{"Resources":{}}', parameters: [], tags: [], capabilities: [], topics: [] },
    disableRollback: false,
    terminationProtection: false,
    resources: {},
    outputs: [{ key: 'Value', value, exportName: name }],
    events: [],
    operations: [],
  }
}
