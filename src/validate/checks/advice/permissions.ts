import type { Check, Problem } from '../../check.ts'
import { propertiesOf, togetherAt } from '../../properties/places-at.ts'
import type { TemplateView } from '../../template-view.ts'
import { textIn } from '../../wiring/literal.ts'
import type { Place } from '../../wiring/place.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'

/** The services that call a function for a resource. */
const services: { readonly [type: string]: RegExp } = {
  'AWS::ApiGateway::RestApi': /^apigateway\.amazonaws\.com$/,
  'AWS::ApiGatewayV2::Api': /^apigateway\.amazonaws\.com$/,
  'AWS::Cognito::UserPool': /^cognito-idp\.amazonaws\.com$/,
  'AWS::Config::ConfigRule': /^config\.amazonaws\.com$/,
  'AWS::ElasticLoadBalancingV2::TargetGroup': /^elasticloadbalancing\.amazonaws\.com$/,
  'AWS::Events::Rule': /^events\.amazonaws\.com$/,
  'AWS::IoT::TopicRule': /^iot\.amazonaws\.com$/,
  'AWS::Logs::LogGroup': /^logs(\.[a-z-]+-\d)?\.amazonaws\.com$/,
  'AWS::S3::Bucket': /^s3\.amazonaws\.com$/,
  'AWS::SNS::Topic': /^sns\.amazonaws\.com$/,
}

/** What a subscription of a protocol delivers to. */
const endpoints: { readonly [protocol: string]: RegExp } = {
  lambda: /^AWS::Lambda::|^AWS::Serverless::Function$/,
  sqs: /^AWS::SQS::Queue$/,
}

export const permissions: Check = {
  rules: [
    {
      code: 'W3664',
      level: 'warning',
      title: 'The permission for a resource is given to its service',
      help: 'A function is called by a service on behalf of the resource: by s3.amazonaws.com for a bucket. With another principal the call is refused.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
    },
    {
      code: 'W3663',
      level: 'warning',
      title: 'The permission for a bucket names its account',
      help: 'The ARN of a bucket has no account in it: when the bucket goes, somebody else can take its name and call the function. Set "SourceAccount".',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/with-s3.html',
    },
    {
      code: 'W3694',
      level: 'warning',
      title: 'Subscriptions go to what their protocol delivers to',
      help: 'The protocol sqs delivers to queues, lambda to functions. To anything else, the messages are lost.',
    },
  ],
  run(template, report) {
    for (const permission of propertiesOf(template, 'AWS::Lambda::Permission'))
      for (const { places, when } of togetherAt(permission, 'SourceArn', 'Principal', 'SourceAccount'))
        if (canHappen(template, [when])) judgePermission(permission, places, template, report)
    for (const subscription of propertiesOf(template, 'AWS::SNS::Subscription')) {
      for (const { places, when } of togetherAt(subscription, 'Protocol', 'Endpoint')) {
        const [protocol, endpoint] = places as [Place, Place]
        const wanted = endpoints[textIn(protocol.value) ?? '']
        const target = targetOf(endpoint, template)
        if (wanted === undefined || target === undefined || wanted.test(target.resource.type)) continue
        if (!target.resource.type.startsWith('AWS::') || !canHappen(template, [when])) continue
        const message = `The protocol ${String(protocol.value)} does not deliver to "${target.resource.id}", of type ${target.resource.type}`
        report({ code: 'W3694', path: endpoint.path, message })
      }
    }
  },
}

function judgePermission(
  permission: Place,
  places: readonly Place[],
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const [source, principal, account] = places as [Place, Place, Place]
  const type = targetOf(source, template)?.resource.type ?? ''
  const [caller, arn] = [textIn(principal.value), textIn(source.value)]
  const service = Object.hasOwn(services, type) ? services[type] : undefined
  if (caller !== undefined && service?.test(caller) === false)
    report({
      path: principal.path,
      message: `"${caller}" is not the service that calls for a resource of type ${type}`,
    })
  const isNameless = type === 'AWS::S3::Bucket' || (arn !== undefined && !/:\d{12}:/.test(arn))
  if (isNameless && account.value === undefined)
    report({
      code: 'W3663',
      path: permission.path,
      message: '"SourceAccount" is missing, and no account is in "SourceArn"',
    })
}
