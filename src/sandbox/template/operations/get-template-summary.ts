import { isObject } from '../../../validate/json.ts'
import type { CallContext, Operation } from '../../operation.ts'
import { defined } from '../../read-operations/defined.ts'
import { textGiven } from '../../read-operations/given.ts'
import { stackWithId } from '../../read-operations/find-stack.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'
import { declaredParameters, type DeclaredParameter } from '../parameters/declared-parameter.ts'
import { readTemplate, readTemplateLoosely } from '../read-template.ts'
import { givenTemplate } from '../source/given-template.ts'
import { unknownTypes } from '../structure/judge-resources.ts'
import { sectionOf } from '../structure/section-of.ts'
import { transformsOf } from '../transforms/transforms-of.ts'
import { identifierProperties } from './identifier-properties.ts'
import { capabilitySummary, declaredTransforms } from './summary-parts.ts'

/** GetTemplateSummary: what a template declares and needs, of a stack or before there is one. */
export const getTemplateSummary: Operation = (input, context) => {
  const config = input['TemplateSummaryConfig']
  const isLenient = isObject(config) && String(config['TreatUnrecognizedResourceTypesAsWarnings']) === 'true'
  const body = bodyOf(input, context)
  const template = isLenient ? readTemplateLoosely(body) : readTemplate(body)
  const unknown = isLenient ? unknownTypes(template) : []
  const { Description: description, AWSTemplateFormatVersion: version, Metadata: metadata } = template
  return defined({
    Parameters: declaredParameters(template).map(parameterDeclaration),
    Description: description,
    ...capabilitySummary(template),
    ...resourceSummary(template),
    Version: version,
    Metadata: metadata === undefined ? undefined : JSON.stringify(metadata),
    DeclaredTransforms: declaredTransforms(template),
    Warnings: unknown.length > 0 ? { UnrecognizedResourceTypes: unknown } : undefined,
  })
}

function bodyOf(input: JsonObject, context: CallContext): string {
  const name = textGiven(input, 'StackName') ?? textGiven(input, 'StackSetName')
  if (name === undefined) return givenTemplate(input, context.world)
  const stack = stackWithId(context, name)
  if (stack.status === 'REVIEW_IN_PROGRESS')
    throw validationError('GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.')
  return stack.desired.body
}

function parameterDeclaration(parameter: DeclaredParameter): JsonObject {
  const { key, default: fallback, type, noEcho, description, allowedValues } = parameter
  return defined({
    ParameterKey: key,
    DefaultValue: fallback,
    ParameterType: type,
    NoEcho: noEcho,
    Description: description,
    ParameterConstraints: allowedValues === undefined ? {} : { AllowedValues: allowedValues },
  })
}

/** Types and how to name a resource of each for an import. With language extensions it is not known yet which resources there are. */
function resourceSummary(template: JsonObject): JsonObject {
  if (transformsOf(template).includes('AWS::LanguageExtensions')) return {}
  const byType = new Map<string, string[]>()
  for (const [id, one] of Object.entries(sectionOf(template, 'Resources'))) {
    const type = String(isObject(one) ? one['Type'] : undefined)
    byType.set(type, [...(byType.get(type) ?? []), id])
  }
  return {
    ResourceTypes: [...byType.keys()],
    ResourceIdentifierSummaries: [...byType].flatMap(([type, ids]) => {
      const properties = identifierProperties(type)
      return properties.length === 0
        ? []
        : [{ ResourceType: type, LogicalResourceIds: ids, ResourceIdentifiers: properties }]
    }),
  }
}
