import type { Check } from '../../check.ts'
import { didYouMean } from '../../../model/did-you-mean.ts'
import { regionHas } from '../../schemas/regions.ts'
import type { TemplateView } from '../../template-view.ts'

/** Types that only CloudFormation's tools know. */
const beside = new Set(['AWS::CDK::Metadata'])

export const resourceTypes: Check = {
  rules: [
    {
      code: 'E3006',
      level: 'error',
      title: 'The type of each resource exists in the regions of the template, or its schema is given',
      help: 'CloudFormation refuses a template with a type that it does not know. Check the spelling. Types of third parties and private ones are known only where they are activated: give their schema, from `cfstack types add` or the registry, and their properties are judged too; or suppress the code for that resource.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html',
    },
    {
      code: 'E3007',
      level: 'error',
      title: 'No resource has the name of a parameter',
      help: 'Ref cannot tell which is meant, and CloudFormation refuses the template. Rename one of them.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
    },
    {
      code: 'E3038',
      level: 'error',
      title: 'Serverless types stand in a template with the serverless transform',
      help: 'CloudFormation knows AWS::Serverless types by the transform only, which turns them into other resources.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-aws-serverless.html',
    },
  ],
  run(template, report) {
    for (const { id, type } of template.resources.values()) {
      if (Object.hasOwn(template.parameters, id))
        report({ code: 'E3007', path: ['Resources', id], message: `"${id}" is the name of a parameter too` })
      const problem = type === '' ? undefined : judgeType(type, template)
      if (problem !== undefined) report({ ...problem, path: ['Resources', id, 'Type'] })
    }
  },
}

function judgeType(
  type: string,
  template: TemplateView,
): { readonly message: string; readonly hint?: string | undefined; readonly code?: string } | undefined {
  const { types, serverless } = template
  if (beside.has(type) || type.endsWith('::MODULE') || type.startsWith('Custom::')) return undefined
  if (type.startsWith('AWS::Serverless::') && !serverless) {
    const hint = 'Add `"Transform": "AWS::Serverless-2016-10-31"` to the template'
    return { code: 'E3038', message: `The type "${type}" needs the serverless transform`, hint }
  }
  if (types.attributes(type) !== undefined) return notInRegion(type, template)
  if (type.startsWith('AWS::')) {
    const near = didYouMean(type, types.names())
    return { message: `The resource type "${type}" does not exist`, hint: near && `Did you mean "${near}"?` }
  }
  if (/^[A-Za-z0-9]+(::[A-Za-z0-9_@-]+)+$/.test(type) && !/^custom::/i.test(type)) return unknownType(type)
  return {
    message: `"${type}" is no resource type`,
    hint: 'A type reads Organization::Service::Resource, or Custom::Name',
  }
}

/** Of services that are shut down, which no region has, another check tells. */
function notInRegion(
  type: string,
  { types, regions }: TemplateView,
): { readonly message: string } | undefined {
  const lacking = regions.filter((region) => !regionHas(region, type))
  if (lacking.length === 0 || types.facts(type).lifecycle?.status === 'shutdown') return undefined
  return { message: `The resource type "${type}" does not exist in ${lacking.join(', ')}` }
}

function unknownType(type: string): { readonly message: string; readonly hint: string } {
  const hint = 'Give its schema, or suppress E3006 where the type is activated in the account'
  return { message: `"${type}" is no type of AWS, and there is no schema of it`, hint }
}
