import type { Check, Problem } from '../../check.ts'
import { casesOf } from '../../properties/cases.ts'
import { explain } from '../../properties/explain.ts'
import { locate, resolve, type Truth } from '../../properties/resolve.ts'
import { schemaAt } from '../../properties/schema-at.ts'
import type { Validator } from '../../schemas/type-catalog.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'

/** E3002 unknown, E3003 missing, E3012 of the wrong type, E3030 not among the allowed values. */
export const resourceProperties: Check = {
  rules: [
    {
      code: 'E3002',
      level: 'error',
      title: 'Properties of resources are as the specification has them, in every case that conditions allow',
    },
  ],
  run(template, report) {
    for (const resource of template.resources.values()) {
      const validator = template.types.validator(schemaType(resource.type, template))
      if (validator !== undefined) judge(resource, validator, template, report)
    }
  },
}

/** Custom resources of any name are one type, when they have no schema of their own. */
function schemaType(type: string, { types }: TemplateView): string {
  const isNameless = type.startsWith('Custom::') && types.attributes(type) === undefined
  return isNameless ? 'AWS::CloudFormation::CustomResource' : type
}

function judge(
  resource: ResourceView,
  validator: Validator,
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const properties = resource.json['Properties'] ?? {}
  const cases = casesOf(properties, resource.json['Condition'], template.scenarios)
  const seen = new Set<string>()
  let undecided = false
  for (const truth of cases.truths) {
    const copy = resolve(properties, truth)
    if (validator(copy)) continue
    for (const problem of problemsOf(resource, properties, validator, template, truth)) {
      const key = JSON.stringify([problem.code, problem.path, problem.message])
      const guess = !cases.decided && problem.code === 'E3003'
      undecided ||= guess
      if (seen.has(key) || guess) continue
      seen.add(key)
      report(problem)
    }
  }
  if (undecided) report(notDecided(resource.id))
}

function notDecided(id: string): Problem {
  const message =
    'Whether a required property is missing in some case was not decided: there are too many combinations of conditions'
  return { code: 'CFS0001', level: 'info', path: ['Resources', id, 'Properties'], message }
}

function problemsOf(
  resource: ResourceView,
  properties: unknown,
  validator: Validator,
  template: TemplateView,
  truth: Truth,
): readonly Problem[] {
  const schema = template.types.schema(schemaType(resource.type, template))
  return (validator.errors ?? []).flatMap((error) => {
    const place = error.instancePath.split('/').slice(1).map(unescapePointer)
    const { path, value } = locate(properties, place, truth)
    if (typeof value === 'string' && isArtifact(resource.type, place)) return []
    const whole = ['Resources', resource.id, 'Properties', ...path]
    return [explain(error, whole, value, schema && schemaAt(schema, place))]
  })
}

function unescapePointer(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** Properties that may name a local file or folder, which packaging uploads before the template is sent. */
const artifacts = new Set([
  'AWS::Lambda::Function.Code',
  'AWS::Lambda::LayerVersion.Content',
  'AWS::ElasticBeanstalk::ApplicationVersion.SourceBundle',
  'AWS::StepFunctions::StateMachine.DefinitionS3Location',
  'AWS::ApiGateway::RestApi.BodyS3Location',
  'AWS::AppSync::GraphQLSchema.DefinitionS3Location',
  'AWS::CodeCommit::Repository.Code.S3',
  'AWS::Glue::Job.Command.ScriptLocation',
])

function isArtifact(type: string, place: readonly string[]): boolean {
  return artifacts.has([type, ...place].join('.'))
}
