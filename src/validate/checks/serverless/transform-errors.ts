import type { Check, Problem } from '../../check.ts'
import { isObject, textOf, type JsonObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { withGlobals } from '../../serverless-function.ts'
import type { TemplateView } from '../../template-view.ts'
import { isCall } from '../../wiring/place.ts'
import { eventProperties } from './event-properties.ts'

const source =
  'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html'

/** What the serverless transform refuses, which no schema says. */
export const transformErrors: Check = {
  rules: [
    {
      code: 'E0001',
      level: 'error',
      title: 'The serverless transform can be run over the template',
      help: 'The transform runs before CloudFormation looks at the resources, and ends with an error when it cannot make sense of one. Correct the resource; properties that all functions share may stand under Globals.',
      source,
    },
  ],
  run(template, report) {
    if (!template.serverless || template.macros) return
    for (const { id, type, json } of template.resources.values()) {
      const judgeOne = judges[type]
      if (judgeOne === undefined || !Object.hasOwn(judges, type)) continue
      const given = json['Properties'] ?? {}
      if (!isObject(given) || 'Fn::Transform' in given) continue
      const properties = withGlobals(given, template, type.slice('AWS::Serverless::'.length))
      for (const { path, ...problem } of judgeOne(properties, template))
        report({ ...problem, path: ['Resources', id, 'Properties', ...path] })
    }
  },
}

type Judge = (properties: JsonObject, template: TemplateView) => readonly Problem[]

const judges: { readonly [type: string]: Judge } = {
  'AWS::Serverless::Api': (properties) => [
    ...missing(properties, ['StageName']),
    ...judgeUsagePlan(properties),
  ],
  'AWS::Serverless::Application': (properties) => missing(properties, ['Location']),
  'AWS::Serverless::LayerVersion': (properties) => missing(properties, ['ContentUri']),
  'AWS::Serverless::StateMachine': judgeStateMachine,
  'AWS::Serverless::Function': judgeFunction,
}

function missing(properties: JsonObject, names: readonly string[]): readonly Problem[] {
  return names
    .filter((name) => !Object.hasOwn(properties, name))
    .map((name) => ({ path: [], message: `The transform needs the property "${name}"` }))
}

const ofUsagePlan = ['CreateUsagePlan', 'Description', 'Quota', 'Tags', 'Throttle', 'UsagePlanName']
const usagePlans = ['SHARED', 'PER_API', 'NONE']

function judgeUsagePlan({ Auth: auth }: JsonObject): readonly Problem[] {
  const plan = isObject(auth) ? auth['UsagePlan'] : undefined
  if (!isObject(plan) || isCall(plan)) return []
  const path = ['Auth', 'UsagePlan']
  const problems: Problem[] = Object.keys(plan)
    .filter((name) => !ofUsagePlan.includes(name))
    .map((name) => ({
      path: [...path, name],
      message: `The transform knows no property "${name}" of a usage plan`,
      hint: suggestion(name, ofUsagePlan),
    }))
  const kind = plan['CreateUsagePlan']
  if (kind === undefined)
    problems.push({ path, message: 'The transform needs the property "CreateUsagePlan"' })
  else if (!isCall(kind) && !usagePlans.includes(kind as string))
    problems.push({
      path: [...path, 'CreateUsagePlan'],
      message: `The transform makes no usage plan "${textOf(kind)}"`,
      hint: suggestion(textOf(kind), usagePlans),
    })
  return problems
}

function judgeStateMachine(properties: JsonObject): readonly Problem[] {
  const given = ['Definition', 'DefinitionUri'].filter((name) => Object.hasOwn(properties, name))
  if (given.length === 1) return []
  return [{ path: [], message: 'The transform needs one of the properties "Definition" and "DefinitionUri"' }]
}

function judgeFunction(properties: JsonObject, template: TemplateView): readonly Problem[] {
  const { PackageType: kind = 'Zip', DeploymentPreference: preference, Events: events } = properties
  const problems: Problem[] = []
  if (kind === 'Zip')
    for (const name of ['Handler', 'Runtime'])
      if (!Object.hasOwn(properties, name))
        problems.push({
          path: [],
          message: `A function of a zip file needs a ${name}`,
          hint: 'Or set PackageType to Image',
        })
  const alias = properties['AutoPublishAlias']
  if (isObject(preference) && preference['Enabled'] !== false && alias === undefined)
    problems.push({
      path: ['DeploymentPreference'],
      message: 'A deployment preference needs AutoPublishAlias',
    })
  if (isObject(alias) && !isParameter(alias['Ref'], template))
    problems.push({ path: ['AutoPublishAlias'], message: 'The alias is a name, or a Ref to a parameter' })
  for (const [name, event] of Object.entries(isObject(events) ? events : {}))
    problems.push(...judgeEvent(event, ['Events', name], template))
  return problems
}

function isParameter(name: unknown, { parameters }: TemplateView): boolean {
  return typeof name === 'string' && Object.hasOwn(parameters, name)
}

function judgeEvent(event: unknown, path: readonly string[], template: TemplateView): readonly Problem[] {
  if (!isObject(event)) return [{ path, message: 'An event has a Type and Properties' }]
  const { Type: type, Properties: properties = {} } = event
  const needed =
    typeof type === 'string' && Object.hasOwn(eventProperties, type) ? eventProperties[type] : undefined
  if (needed === undefined) {
    const hint = typeof type === 'string' ? suggestion(type, Object.keys(eventProperties)) : undefined
    return [
      { path: [...path, 'Type'], message: 'The type of the event is none that the transform knows', hint },
    ]
  }
  if (!isObject(properties)) return []
  const place = [...path, 'Properties']
  const lacking = needed
    .filter((name) => !Object.hasOwn(properties, name))
    .map((name) => ({
      path: place,
      message: `An event of the type ${String(type)} needs the property "${name}"`,
    }))
  const bucket = type === 'S3' ? properties['Bucket'] : undefined
  if (bucket === undefined || isBucket(bucket, template)) return lacking
  return [
    ...lacking,
    { path: [...place, 'Bucket'], message: 'The bucket of an event is a Ref to a bucket of this template' },
  ]
}

function isBucket(value: unknown, { resources }: TemplateView): boolean {
  const name = isObject(value) ? value['Ref'] : undefined
  return typeof name === 'string' && resources.get(name)?.type === 'AWS::S3::Bucket'
}
