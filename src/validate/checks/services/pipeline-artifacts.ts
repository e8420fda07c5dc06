import type { Check, Problem } from '../../check.ts'
import { placesAt } from '../../properties/places-at.ts'
import { isCall, type Place } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'
import type { TemplateView } from '../../template-view.ts'
import { pipelines, type PipelineAction } from './pipeline-actions.ts'

export const pipelineArtifacts: Check = {
  rules: [
    {
      code: 'E3701',
      level: 'error',
      title: 'Actions of a pipeline take artifacts that earlier actions made, each under its own name',
      help: 'An input artifact is the output artifact of an action before it, and no two actions make one of the same name.',
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html',
    },
    {
      code: 'E3703',
      level: 'error',
      title: 'The template of a CloudFormation action lies in one of its input artifacts',
      help: '"TemplatePath" reads Artifact::file, where Artifact is in "InputArtifacts"; "RoleArn" is the ARN of a role.',
      source:
        'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html',
    },
  ],
  run(template, report) {
    for (const actions of pipelines(template)) judgeNames(actions, template, report)
    for (const { action } of pipelines(template).flat()) {
      for (const path of placesAt(action, 'Configuration.TemplatePath'))
        judgeTemplatePath(path, action, template, report)
      for (const { value, path } of placesAt(action, 'Configuration.RoleArn')) {
        if (
          typeof value === 'string' &&
          !isCall(value) &&
          !/^arn:aws[a-zA-Z-]*:iam::\d{12}:role\/.+$/.test(value)
        )
          report({ code: 'E3703', path, message: `"${value}" is not the ARN of a role` })
      }
    }
  },
}

function judgeNames(
  actions: readonly PipelineAction[],
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const made: Place[] = []
  for (const { action } of actions) {
    for (const input of placesAt(action, 'InputArtifacts.*.Name')) {
      if (typeof input.value !== 'string' || isCall(input.value)) continue
      if (made.some(({ value }) => isCall(value) || value === input.value)) continue
      if (canHappen(template, [input.when]))
        report({ path: input.path, message: `No action before this one makes the artifact "${input.value}"` })
    }
    for (const output of placesAt(action, 'OutputArtifacts.*.Name')) {
      const { value, when, path } = output
      const twin = made.find((one) => value === one.value && canHappen(template, [when, one.when]))
      if (typeof value === 'string' && twin !== undefined)
        report({ path, message: `An action before this one makes an artifact "${value}" too` })
      made.push(output)
    }
  }
}

function judgeTemplatePath(
  place: Place,
  action: Place,
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const { value, path, when } = place
  if (typeof value !== 'string' || isCall(value) || !canHappen(template, [when])) return
  const inputs = placesAt(action, 'InputArtifacts.*.Name').map((input) => input.value)
  if (inputs.some((name) => isCall(name) || (typeof name === 'string' && value.startsWith(`${name}::`))))
    return
  const [artifact] = value.split('::')
  report({ code: 'E3703', path, message: `"${artifact}" is no input artifact of the action` })
}
