import { tags as taggable } from '../../spec/generated/tags.ts'
import type { ProcessedResource } from '../template/processed-template.ts'
import type { PlannedDetail, ResourceAttribute } from './planned-change.ts'
import type { Planning } from './planning.ts'
import { textOf } from './property-details.ts'
import { isWrittenAlike } from './written-at.ts'

const attributes = {
  Metadata: 'metadata',
  CreationPolicy: 'creationPolicy',
  UpdatePolicy: 'updatePolicy',
  DeletionPolicy: 'deletionPolicy',
  UpdateReplacePolicy: 'updateReplacePolicy',
} as const satisfies { readonly [attribute in ResourceAttribute]?: keyof ProcessedResource }

/** What changes beside a resource's properties: its attributes, and the tags that it gets from its stack. */
export function attributeDetails(plan: Planning, wanted: ProcessedResource): readonly PlannedDetail[] {
  const before = plan.before?.resource(wanted.logicalId)
  const own = Object.entries(attributes).flatMap(([attribute, field]) =>
    before === undefined || isWrittenAlike(before[field], wanted[field])
      ? []
      : [
          {
            ...always,
            attribute: attribute as ResourceAttribute,
            path: `/${attribute}`,
            change: changeOf(before[field], wanted[field]),
            before: textOf(before[field]),
            after: textOf(wanted[field]),
          },
        ],
  )
  const isTagged = Object.hasOwn(taggable, wanted.type)
  const areTagsAlike = isWrittenAlike(plan.stack.desired.tags, plan.desired.tags)
  return isTagged && !areTagsAlike ? [...own, { ...always, attribute: 'Tags' }] : own
}

const always = { recreation: 'Never', evaluation: 'Static', source: 'DirectModification' } as const

function changeOf(before: unknown, after: unknown): 'Add' | 'Modify' | 'Remove' {
  return before === undefined ? 'Add' : after === undefined ? 'Remove' : 'Modify'
}
