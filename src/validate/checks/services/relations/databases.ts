import { numberIn, textIn } from '../../../wiring/literal.ts'
import type { Relation } from '../relations.ts'

const instance = 'AWS::RDS::DBInstance'
const cluster = 'AWS::RDS::DBCluster'

/** What an instance shares with its cluster, and a scaling policy with its group. */
export const databaseRelations: readonly Relation[] = [
  {
    rule: {
      code: 'E3707',
      level: 'error',
      title: 'The instances of a database cluster have the engine of the cluster',
      help: 'RDS refuses an instance with another engine. Write the same "Engine" in both.',
    },
    from: instance,
    via: 'DBClusterIdentifier',
    to: cluster,
    ours: ['Engine'],
    theirs: ['Engine'],
    wrong([ours], [theirs], id) {
      const [engine, wanted] = [textIn(ours)?.toLowerCase(), textIn(theirs)?.toLowerCase()]
      return engine === undefined || wanted === undefined || engine === wanted
        ? undefined
        : `The engine is "${engine}", and that of the cluster "${id}" is "${wanted}"`
    },
  },
  {
    rule: {
      code: 'E3709',
      level: 'error',
      title: 'The instances of a database cluster are encrypted as the cluster is',
      help: 'The storage belongs to the cluster. Leave "StorageEncrypted" out of the instance, or write the same in both.',
    },
    from: instance,
    via: 'DBClusterIdentifier',
    to: cluster,
    ours: ['StorageEncrypted'],
    theirs: ['StorageEncrypted'],
    wrong([ours], [theirs], id) {
      const [mine, its] = [textIn(ours)?.toLowerCase(), textIn(theirs ?? false)?.toLowerCase()]
      return mine === undefined || its === undefined || mine === its
        ? undefined
        : `"StorageEncrypted" is ${mine}, and ${its} in the cluster "${id}"`
    },
  },
  {
    rule: {
      code: 'E3712',
      level: 'error',
      title: 'A group that follows a target can grow',
      help: 'Target tracking has nothing to do when "MaxSize" is "MinSize". Raise the one, or take the policy out.',
    },
    from: 'AWS::AutoScaling::ScalingPolicy',
    via: 'AutoScalingGroupName',
    to: 'AWS::AutoScaling::AutoScalingGroup',
    ours: ['PolicyType'],
    theirs: ['MaxSize', 'MinSize'],
    at: 'theirs',
    wrong([policy], sizes, id) {
      const [most, least] = sizes.map(numberIn)
      return policy !== 'TargetTrackingScaling' || most === undefined || least === undefined || most > least
        ? undefined
        : `The group "${id}" has ${most} instances at most and ${least} at least, so that it cannot scale`
    },
  },
]
