import { assert } from 'chai'
import type { Fault, JsonObject } from '../../../src/sandbox/world.ts'
import { scene, statusesOf, template, type Scene } from './scene.ts'

const queue = (name?: string): JsonObject => ({
  Queue: { Type: 'AWS::SQS::Queue', Properties: name === undefined ? {} : { QueueName: name } },
})
const bucket: JsonObject = {
  Bucket: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain', Properties: { BucketName: 'kept' } },
}
const fail = (on: Fault['on'], more: Partial<Fault> = {}): Fault => ({
  kind: 'fail',
  logicalId: 'Queue',
  ...(on && { on }),
  ...more,
})

function changeSet({ play }: Scene, type: string, Resources: JsonObject, more: JsonObject = {}): void {
  play('CreateChangeSet', {
    ...template(Resources),
    ChangeSetName: 'changes',
    ChangeSetType: type,
    ...more,
  })
}

/** A bucket that exists outside, and is imported. */
function importBucket(here: Scene): void {
  here.play('CreateStack', { ...template(bucket), StackName: 'old' })
  here.play('DeleteStack', { StackName: 'old' })
  const ResourceIdentifier = { BucketName: 'kept' }
  changeSet(here, 'IMPORT', bucket, {
    ResourcesToImport: [{ ResourceType: 'AWS::S3::Bucket', LogicalResourceId: 'Bucket', ResourceIdentifier }],
  })
  here.play('ExecuteChangeSet', { StackName: 'web', ChangeSetName: 'changes' })
}

const lives: readonly {
  readonly what: string
  readonly live: () => Scene
  readonly statuses: readonly string[]
}[] = [
  {
    what: 'a stack that is looked at only',
    live: () => {
      const here = scene()
      changeSet(here, 'CREATE', queue())
      return here
    },
    statuses: ['REVIEW_IN_PROGRESS'],
  },
  {
    what: 'a creation, an update, a deletion',
    live: () => {
      const here = scene()
      here.play('CreateStack', template(queue('a')))
      here.play('UpdateStack', template(queue('b')))
      here.play('DeleteStack', { StackName: 'web' })
      return here
    },
    statuses: [
      'CREATE_IN_PROGRESS',
      'CREATE_COMPLETE',
      'UPDATE_IN_PROGRESS',
      'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      'UPDATE_COMPLETE',
      'DELETE_IN_PROGRESS',
      'DELETE_COMPLETE',
    ],
  },
  {
    what: 'a creation that fails and stays, and is undone later',
    live: () => {
      const here = scene(fail('create'))
      here.play('CreateStack', { ...template(queue()), OnFailure: 'DO_NOTHING' })
      here.play('RollbackStack', { StackName: 'web' })
      return here
    },
    statuses: ['CREATE_IN_PROGRESS', 'CREATE_FAILED', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE'],
  },
  {
    what: 'a creation whose rollback fails, a deletion that fails and is repeated',
    live: () => {
      const topic = { Type: 'AWS::SNS::Topic', DependsOn: 'Queue' }
      const here = scene(fail('create', { logicalId: 'Topic' }), fail('delete', { times: 2 }))
      here.play('CreateStack', template({ ...queue(), Topic: topic }))
      here.play('DeleteStack', { StackName: 'web' })
      here.play('DeleteStack', { StackName: 'web' })
      return here
    },
    statuses: [
      'CREATE_IN_PROGRESS',
      'ROLLBACK_IN_PROGRESS',
      'ROLLBACK_FAILED',
      'DELETE_IN_PROGRESS',
      'DELETE_FAILED',
      'DELETE_IN_PROGRESS',
      'DELETE_COMPLETE',
    ],
  },
  {
    what: 'an update that fails and stays, and is taken back later',
    live: () => {
      const here = scene(fail('create', { logicalId: 'Topic' }))
      here.play('CreateStack', template(queue()))
      const Topic = { Type: 'AWS::SNS::Topic' }
      here.play('UpdateStack', { ...template({ ...queue(), Topic }), DisableRollback: 'true' })
      here.play('RollbackStack', { StackName: 'web' })
      return here
    },
    statuses: [
      'CREATE_IN_PROGRESS',
      'CREATE_COMPLETE',
      'UPDATE_IN_PROGRESS',
      'UPDATE_FAILED',
      'UPDATE_ROLLBACK_IN_PROGRESS',
      'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'UPDATE_ROLLBACK_COMPLETE',
    ],
  },
  {
    what: 'an update that cannot go back, until it is told to',
    live: () => {
      const here = scene(fail('update', { times: 1 }), fail('rollback', { times: 1 }))
      here.play('CreateStack', template(queue('a')))
      here.play('UpdateStack', template(queue('b')))
      here.play('ContinueUpdateRollback', { StackName: 'web' })
      return here
    },
    statuses: [
      'CREATE_IN_PROGRESS',
      'CREATE_COMPLETE',
      'UPDATE_IN_PROGRESS',
      'UPDATE_ROLLBACK_IN_PROGRESS',
      'UPDATE_ROLLBACK_FAILED',
      'UPDATE_ROLLBACK_IN_PROGRESS',
      'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      'UPDATE_ROLLBACK_COMPLETE',
    ],
  },
  {
    what: 'an import',
    live: () => {
      const here = scene()
      importBucket(here)
      return here
    },
    statuses: ['REVIEW_IN_PROGRESS', 'IMPORT_IN_PROGRESS', 'IMPORT_COMPLETE'],
  },
  {
    what: 'an import that fails',
    live: () => {
      const here = scene(fail('create', { stack: 'web', logicalId: 'Bucket' }))
      importBucket(here)
      return here
    },
    statuses: [
      'REVIEW_IN_PROGRESS',
      'IMPORT_IN_PROGRESS',
      'IMPORT_ROLLBACK_IN_PROGRESS',
      'IMPORT_ROLLBACK_COMPLETE',
    ],
  },
  {
    what: 'an import that cannot be taken back',
    live: () => {
      const of = { stack: 'web', logicalId: 'Bucket' }
      const here = scene(fail('create', of), fail('rollback', of))
      importBucket(here)
      return here
    },
    statuses: [
      'REVIEW_IN_PROGRESS',
      'IMPORT_IN_PROGRESS',
      'IMPORT_ROLLBACK_IN_PROGRESS',
      'IMPORT_ROLLBACK_FAILED',
    ],
  },
]

describe('the status of a stack', () => {
  for (const { what, live, statuses } of lives)
    it(`in the course of ${what}`, () => assert.deepEqual(statusesOf(live().stack()), statuses))

  it('can be any of the 23', () => {
    assert.lengthOf(new Set(lives.flatMap(({ statuses }) => statuses)), 23)
  })
})
