import { isDataStore } from '../../../spec/stateful.ts'
import { versionsOf, type Versions } from '../../changes/compare-versions.ts'
import { replacementOf } from '../../changes/replacements.ts'
import type { Check } from '../../check.ts'
import { isObject, textOf, type JsonObject } from '../../json.ts'

const source =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html'

/** Changes since the template before that delete data. */
export const lostData: Check = {
  rules: [
    {
      code: 'CFS2002',
      level: 'warning',
      title: 'A change does not replace what holds data',
      help:
        'The change makes a new, empty resource and deletes the old one with its data, because "UpdateReplacePolicy" does not keep it. Say ' +
        '"Retain" or "Snapshot" there, and move the data over; or take the change back.',
      source,
    },
    {
      code: 'CFS2003',
      level: 'warning',
      title: 'What holds data is not taken out of the template',
      help:
        'A resource that is no longer in the template is deleted with its data, because its "DeletionPolicy" in the template before does ' +
        'not keep it. To keep it, deploy "DeletionPolicy": "Retain" first, then take it out.',
      source,
    },
  ],
  run({ root, resources, previous }, report) {
    const before = previous?.['Resources']
    if (previous === undefined || !isObject(before)) return
    const versions = versionsOf(previous, root)
    for (const [id, was] of Object.entries(before)) {
      if (!isObject(was) || !holdsData(was)) continue
      const is = resources.get(id)
      if (is === undefined && isDeleted(was['DeletionPolicy'], leavesSnapshot(was))) {
        const message = `"${id}" (${textOf(was['Type'])}) is taken out of the template, and deleted with its data`
        report({
          code: 'CFS2003',
          path: ['Resources'],
          message,
          hint: 'Deploy "DeletionPolicy": "Retain" first',
        })
      }
      const changed = is?.type === was['Type'] ? replacingChange(was, is?.json ?? {}, versions) : undefined
      if (changed === undefined || !isDeleted(is?.json['UpdateReplacePolicy'])) continue
      report({
        path: ['Resources', id, 'Properties', changed],
        message: `The change of "${changed}" replaces "${id}", and deletes the old one with its data`,
        hint: 'Keep it with "UpdateReplacePolicy": "Retain", or take the change back',
      })
    }
  },
}

/** A bucket with objects in it cannot be deleted, and the data of a cluster's member is the cluster's. */
function holdsData({ Type: type, Properties: properties }: JsonObject): boolean {
  if (typeof type !== 'string' || !isDataStore(type) || type === 'AWS::S3::Bucket') return false
  return !(type === 'AWS::RDS::DBInstance' && isObject(properties) && 'DBClusterIdentifier' in properties)
}

/** A database without a policy leaves a snapshot when it is taken out, though not when it is replaced. */
function leavesSnapshot({ Type: type }: JsonObject): boolean {
  return type === 'AWS::RDS::DBCluster' || type === 'AWS::RDS::DBInstance'
}

function isDeleted(policy: unknown, isKeptByDefault = false): boolean {
  return policy === 'Delete' || (policy === undefined && !isKeptByDefault)
}

function replacingChange(was: JsonObject, is: JsonObject, { compare }: Versions): string | undefined {
  const { named = [], replaces = [] } = replacementOf(textOf(was['Type'])) ?? {}
  const [old, now] = [was['Properties'], is['Properties']]
  if (!isObject(old) || !isObject(now)) return undefined
  return [...named, ...replaces].find((name) => compare(old[name], now[name]) === 'different')
}
