import type { Check } from '../../check.ts'
import { isObject, kindOf, type JsonObject } from '../../json.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'
import type { TemplateView } from '../../template-view.ts'

const text: Shape = { functions: [], kinds: ['string'], strict: true }
const object: Shape = { kinds: ['object'] }
const common = {
  Type: text,
  Properties: {},
  Condition: text,
  DeletionPolicy: {},
  DependsOn: { functions: [], kinds: ['string', 'list'], items: text },
  Metadata: {},
  UpdateReplacePolicy: {},
} as const
const ofAny: Shape = {
  functions: [],
  kinds: ['object'],
  required: ['Type'],
  fields: { ...common, CreationPolicy: object, UpdatePolicy: object },
}
const ofCustom: Shape = { ...ofAny, fields: { ...common, Version: { kinds: ['string', 'integer'] } } }
/** What the serverless transform takes besides. */
const ofServerless: Shape = { ...ofAny, fields: { ...ofAny.fields, Connectors: {}, IgnoreGlobals: {} } }

export const resourceStructure: Check = {
  rules: [
    {
      code: 'E3001',
      level: 'error',
      title:
        'Each resource is an object with a type, properties and nothing that CloudFormation does not know',
      help: 'CloudFormation refuses a resource with another field than Type, Properties, DependsOn, Condition, Metadata and the policies. Check the spelling, and the indentation in YAML: a property one level too high looks like a field. Fields that a macro takes away are refused here too; suppress the code for that resource.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
    },
  ],
  run(template, report) {
    const resources = template.root['Resources']
    if (!isObject(resources)) return
    for (const [id, resource] of Object.entries(resources)) {
      const path = ['Resources', id]
      if (id.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]+$/.test(id)) report({ path, message: `The logical id "${id}" is not alphanumeric` })
      if (!isObject(resource)) {
        report({ path, message: `The resource is ${kindOf(resource)}, expected an object` })
        continue
      }
      judgeAs({ other: 'E3001' }, withoutCalls(resource), shapeOf(resource['Type'], template), path, {
        template,
        report,
      })
      const { Properties: properties } = resource
      if (properties !== undefined && !isObject(properties))
        report({
          path: [...path, 'Properties'],
          message: `The properties are ${kindOf(properties)}, expected an object`,
        })
    }
  },
}

function shapeOf(type: unknown, { serverless }: TemplateView): Shape {
  if (typeof type === 'string' && /AWS::CloudFormation::CustomResource|Custom::/.test(type)) return ofCustom
  return serverless ? ofServerless : ofAny
}

/** Macros and loops may stand beside the fields. */
function withoutCalls(resource: JsonObject): JsonObject {
  const fields = Object.entries(resource)
  const isInserted = ([name]: readonly [string, unknown]): boolean => /^Fn::(Transform$|ForEach::)/.test(name)
  return fields.some(isInserted)
    ? Object.fromEntries([['Type', 'AWS::Any'], ...fields.filter((field) => !isInserted(field))])
    : resource
}
