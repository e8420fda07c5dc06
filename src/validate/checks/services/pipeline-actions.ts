import { propertiesOf, placesAt } from '../../properties/places-at.ts'
import type { Place } from '../../wiring/place.ts'
import type { TemplateView } from '../../template-view.ts'

/** An action of a pipeline, in the order in which they run. */
export interface PipelineAction {
  readonly action: Place
  readonly isFirstStage: boolean
}

/** The actions of each pipeline that are written out. */
export function pipelines(template: TemplateView): readonly (readonly PipelineAction[])[] {
  return propertiesOf(template, 'AWS::CodePipeline::Pipeline').map((properties) =>
    placesAt(properties, 'Stages.*').flatMap((stage) =>
      placesAt(stage, 'Actions.*').map((action) => ({ action, isFirstStage: isFirst(stage) })),
    ),
  )
}

/** Whether it is the first in the list of stages, whatever conditions are around. */
function isFirst({ path }: Place): boolean {
  return /\/Stages(\/Fn::If\/[12])*\/0(\/|$)/.test(path.join('/'))
}
