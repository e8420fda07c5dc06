import type { Check } from '../../check.ts'
import { placesAt } from '../../properties/places-at.ts'
import { textIn } from '../../wiring/literal.ts'
import type { Place } from '../../wiring/place.ts'
import { pipelines } from './pipeline-actions.ts'

/** Owner, category and provider: the least and most input artifacts, the least and most output artifacts. */
const counts: { readonly [action: string]: readonly [number, number, number, number] } = {
  'AWS Source S3': [0, 0, 1, 1],
  'AWS Source CodeCommit': [0, 0, 1, 1],
  'AWS Source ECR': [0, 0, 1, 1],
  'AWS Test CodeBuild': [1, 5, 0, 5],
  'AWS Test DeviceFarm': [1, 1, 0, 0],
  'AWS Build CodeBuild': [1, 5, 0, 5],
  'AWS Approval Manual': [0, 0, 0, 0],
  'AWS Deploy S3': [1, 1, 0, 0],
  'AWS Deploy CloudFormation': [0, 10, 0, 1],
  'AWS Deploy CodeDeploy': [1, 1, 0, 0],
  'AWS Deploy ElasticBeanstalk': [1, 1, 0, 0],
  'AWS Deploy OpsWorks': [1, 1, 0, 0],
  'AWS Deploy ECS': [1, 1, 0, 0],
  'AWS Deploy ServiceCatalog': [1, 1, 0, 0],
  'AWS Invoke Lambda': [0, 5, 0, 5],
  'ThirdParty Source GitHub': [0, 0, 1, 1],
  'ThirdParty Deploy AlexaSkillsKit': [0, 2, 0, 0],
  'Custom Build Jenkins': [0, 5, 0, 5],
  'Custom Test Jenkins': [0, 5, 0, 5],
}

export const pipelineCounts: Check = {
  rules: [
    {
      code: 'E3702',
      level: 'error',
      title: 'Actions of a pipeline have as many artifacts as their kind takes',
      help: 'A source makes one artifact and takes none, a deployment takes some and makes none, an approval has none at all.',
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-action-artifacts.html',
    },
  ],
  run(template, report) {
    for (const { action } of pipelines(template).flat()) {
      const kind = ['Owner', 'Category', 'Provider']
        .map((key) => onlyText(action, `ActionTypeId.${key}`))
        .join(' ')
      const limits = Object.hasOwn(counts, kind) ? counts[kind] : undefined
      if (limits === undefined) continue
      for (const [index, key] of ['InputArtifacts', 'OutputArtifacts'].entries()) {
        const count = countOf(action, key)
        const [least, most] = limits.slice(index * 2) as [number, number]
        if (count === undefined || (count >= least && count <= most)) continue
        report({
          path: [...action.path, key],
          message: `The action has ${count} ${key}; ${kind} takes ${least === most ? least : `${least} to ${most}`}`,
        })
      }
    }
  },
}

/** A value that is the same in every case. */
function onlyText(action: Place, path: string): string | undefined {
  const places = placesAt(action, path)
  return places.length === 1 ? textIn(places[0]?.value) : undefined
}

/** Undefined when it depends on conditions, or on a function. */
function countOf(action: Place, key: string): number | undefined {
  const lists = placesAt(action, key)
  const { value } = lists[0] ?? {}
  if (lists.length !== 1 || !(value === undefined || Array.isArray(value))) return undefined
  const items = lists.flatMap((list) => placesAt(list, '*'))
  return items.every(({ when }) => when.size === action.when.size) ? items.length : undefined
}
