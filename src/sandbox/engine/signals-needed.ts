import { isObject } from '../../validate/json.ts'
import type { JsonObject } from '../world.ts'
import { milliseconds } from './iso-duration.ts'
import type { Signals, Task } from './running.ts'
import type { Run } from './run.ts'
import { stackValues } from './stack-values.ts'
import type { Target } from './target.ts'
import type { ProcessedResource } from '../template/processed-template.ts'
import { resolve } from '../template/resolve.ts'
import { wantedOf } from './wanted.ts'

interface SignalsNeeded extends Omit<Signals, 'succeeded' | 'failed'> {
  /** In milliseconds. */
  readonly timeout: number
}

const fiveMinutes = 300_000
/** What a change of makes new instances in a group. */
const instancesHangOn = [
  'LaunchTemplate',
  'LaunchConfigurationName',
  'MixedInstancesPolicy',
  'VPCZoneIdentifier',
]

/** The signals that a resource needs before it counts as made or changed; undefined when it needs none. */
export function signalsNeeded(run: Run, task: Task, verb: 'create' | 'update'): SignalsNeeded | undefined {
  const wanted = wantedOf(run, task.logicalId)
  const { type } = wanted
  const { creationPolicy, updatePolicy } = resolvedPolicies(run, wanted)
  const properties = task.properties ?? {}
  if (verb === 'update')
    return rollingUpdate(type, updatePolicy, properties, run.stack.resources[task.logicalId]!.properties)
  if (type === 'AWS::CloudFormation::WaitCondition' && creationPolicy === undefined)
    return handleSignals(properties)
  const signal = creationPolicy?.['ResourceSignal']
  if (!isObject(signal)) return undefined
  const group = creationPolicy?.['AutoScalingCreationPolicy']
  const percent = Number((isObject(group) ? group['MinSuccessfulInstancesPercent'] : undefined) ?? 100)
  const kind = type === 'AWS::AutoScaling::AutoScalingGroup' ? 'group' : 'resource'
  return counted(kind, Number(signal['Count'] ?? 1), percent, milliseconds(signal['Timeout']) ?? fiveMinutes)
}

/** Numbers and times of policies may come from parameters. */
function resolvedPolicies(
  { world, stack, running }: Run,
  { creationPolicy, updatePolicy }: ProcessedResource,
): Pick<ProcessedResource, 'creationPolicy' | 'updatePolicy'> {
  const env = stackValues(world, stack, running.target as Target, () => undefined)
  return resolve({ creationPolicy, updatePolicy }, env) as Pick<
    ProcessedResource,
    'creationPolicy' | 'updatePolicy'
  >
}

function handleSignals(properties: JsonObject): SignalsNeeded | undefined {
  if (properties['Handle'] === undefined) return undefined
  return counted('handle', Number(properties['Count'] ?? 1), 100, Number(properties['Timeout'] ?? 0) * 1000)
}

function rollingUpdate(
  type: string,
  policy: JsonObject | undefined,
  after: JsonObject,
  before: JsonObject,
): SignalsNeeded | undefined {
  const rolling = policy?.['AutoScalingRollingUpdate']
  if (type !== 'AWS::AutoScaling::AutoScalingGroup' || !isObject(rolling)) return undefined
  if (String(rolling['WaitOnResourceSignals']) !== 'true') return undefined
  if (instancesHangOn.every((name) => JSON.stringify(before[name]) === JSON.stringify(after[name])))
    return undefined
  const instances = Number(after['DesiredCapacity'] ?? after['MinSize'] ?? 1)
  if (instances === 0) return undefined
  const percent = Number(rolling['MinSuccessfulInstancesPercent'] ?? 100)
  return counted('group', instances, percent, milliseconds(rolling['PauseTime']) ?? fiveMinutes)
}

function counted(
  kind: Signals['kind'],
  wanted: number,
  percent: number,
  timeout: number,
): SignalsNeeded | undefined {
  if (wanted <= 0) return undefined
  return { kind, wanted, percent, required: Math.ceil((wanted * percent) / 100), timeout }
}
