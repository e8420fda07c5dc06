import type { Check } from '../../check.ts'
import { placesAt } from '../../properties/places-at.ts'
import { isCall } from '../../wiring/place.ts'
import { pipelines } from './pipeline-actions.ts'

const laterCategories = ['Build', 'Approval', 'Deploy', 'Test', 'Invoke', 'Compute']

export const pipelineStages: Check = {
  rules: [
    {
      code: 'E3700',
      level: 'error',
      title: 'The first stage of a pipeline holds its sources, and no other stage does',
      help: 'CodePipeline takes source actions in the first stage only, and nothing else there.',
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html',
    },
  ],
  run(template, report) {
    for (const { action, isFirstStage } of pipelines(template).flat()) {
      for (const { value, path } of placesAt(action, 'ActionTypeId.Category')) {
        if (typeof value !== 'string' || isCall(value)) continue
        if (isFirstStage && value !== 'Source')
          report({ path, message: `"${value}" stands in the first stage`, hint: 'Allowed there: Source' })
        else if (!isFirstStage && !laterCategories.includes(value))
          report({
            path,
            message: `"${value}" stands in a later stage`,
            hint: `Allowed there: ${laterCategories.join(', ')}`,
          })
      }
    }
  },
}
