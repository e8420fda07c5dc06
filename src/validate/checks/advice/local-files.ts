import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { isCall } from '../../wiring/place.ts'

/** Properties that `aws cloudformation package` uploads a local file for. */
const places: { readonly [type: string]: string } = {
  'AWS::ApiGateway::RestApi': 'BodyS3Location',
  'AWS::AppSync::GraphQLSchema': 'DefinitionS3Location',
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::CodeCommit::Repository': 'Code.S3',
  'AWS::ElasticBeanstalk::ApplicationVersion': 'SourceBundle',
  'AWS::Glue::Job': 'Command.ScriptLocation',
  'AWS::Lambda::Function': 'Code',
  'AWS::Lambda::LayerVersion': 'Content',
  'AWS::StepFunctions::StateMachine': 'DefinitionS3Location',
}

export const localFiles: Check = {
  rules: [
    {
      code: 'W3002',
      level: 'warning',
      title: 'Code and templates lie in a bucket, not beside the template',
      help: 'CloudFormation cannot read local files. "aws cloudformation package" uploads them and writes a template that names the bucket: deploy that one.',
      source: 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html',
    },
  ],
  run(template, report) {
    if (template.transforms.some((name) => name.startsWith('AWS::Serverless'))) return
    for (const [type, path] of Object.entries(places)) {
      for (const place of propertiesOf(template, type).flatMap((one) => placesAt(one, path))) {
        const { value } = place
        if (typeof value !== 'string' || isCall(value) || /^(s3|https):\/\//.test(value)) continue
        report({ path: place.path, message: `"${value}" is a local file, which has to be uploaded first` })
      }
    }
  },
}
