import type { Check, Problem, Rule } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { explain } from '../../properties/explain.ts'
import { judgedResources, schemaType } from '../../properties/judged-resources.ts'
import type { LocatedFault } from '../../properties/judge.ts'
import { propertyRules } from './property-rules.ts'

/** What the schema of a resource's type says of its properties, in every case that its conditions allow. */
export const resourceProperties: Check = {
  rules: propertyRules as readonly [Rule, ...Rule[]],
  run(template, report) {
    for (const [id, { faults, undecided }] of judgedResources(template)) {
      const resource = template.resources.get(id)
      if (resource === undefined) continue
      const schema = faults.length === 0 ? {} : (template.types.schema(schemaType(resource, template)) ?? {})
      const seen = new Set<string>()
      for (const { fault, path, value, ofBranch } of faults) {
        if (isArtifact(resource.type, path, value)) continue
        const problem = explain(fault, ['Resources', id, 'Properties', ...path], value, schema)
        const key = JSON.stringify([problem.code, problem.path, ofBranch === true ? 0 : problem.message])
        if (!seen.has(key)) report(ofBranch === true ? { ...problem, hint: ofOneForm } : problem)
        seen.add(key)
      }
      if (undecided) report(notDecided(id))
    }
  },
}

/** cfn-lint reports these too, under their own codes. */
const ofOneForm = 'This is why one of the possible forms does not fit'

function notDecided(id: string): Problem {
  const message =
    'Whether the properties are right in every case was not decided: there are too many combinations of conditions, or too much to judge'
  return { code: 'CFS0001', level: 'info', path: ['Resources', id, 'Properties'], message }
}

/** Properties that may name a local file or folder, which packaging uploads before the template is sent. */
const artifacts = new Set([
  'AWS::ApiGateway::RestApi.BodyS3Location',
  'AWS::AppSync::FunctionConfiguration.RequestMappingTemplateS3Location',
  'AWS::AppSync::FunctionConfiguration.ResponseMappingTemplateS3Location',
  'AWS::AppSync::GraphQLSchema.DefinitionS3Location',
  'AWS::AppSync::Resolver.RequestMappingTemplateS3Location',
  'AWS::AppSync::Resolver.ResponseMappingTemplateS3Location',
  'AWS::CloudFormation::Stack.TemplateURL',
  'AWS::CodeCommit::Repository.Code.S3',
  'AWS::ElasticBeanstalk::ApplicationVersion.SourceBundle',
  'AWS::Glue::Job.Command.ScriptLocation',
  'AWS::Lambda::Function.Code',
  'AWS::Lambda::LayerVersion.Content',
  'AWS::StepFunctions::StateMachine.DefinitionS3Location',
])

function isArtifact(type: string, path: Path, value: LocatedFault['value']): boolean {
  return typeof value === 'string' && artifacts.has([type, ...withoutBranches(path)].join('.'))
}

/** A path without the steps through `Fn::If`. */
function withoutBranches(path: Path): Path {
  return path.filter((step, index) => step !== 'Fn::If' && path[index - 1] !== 'Fn::If')
}
