import type { ManifestCapability } from './manifest.ts'
import type { Template, TemplateResource } from './template.ts'

/** Types that change who may do what, with the property that fixes their name. */
const identityTypes: { readonly [type: string]: string | undefined } = {
  'AWS::IAM::AccessKey': undefined,
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Policy': undefined,
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::UserToGroupAddition': undefined,
}

/**
 * The capabilities that CloudFormation asks for before it takes a template, each with the logical ids or transforms that need it.
 * A nested stack's template is not at hand, so it counts as needing both named IAM resources and macros.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html
 */
export function capabilitiesOf(template: Template): readonly ManifestCapability[] {
  const resources = resourcesIn(template.Resources ?? {})
  const nested = resources.filter(([, one]) => one.Type === 'AWS::CloudFormation::Stack').map(([id]) => id)
  const identities = resources.filter(([, one]) => one.Type in identityTypes)
  const named = [...identities.filter(([, one]) => hasFixedName(one)).map(([id]) => id), ...nested]
  const plain = identities.filter(([, one]) => !hasFixedName(one)).map(([id]) => id)
  const expand = [
    ...transformsOf(template.Transform),
    ...(usesMacro(template) ? ['Fn::Transform'] : []),
    ...nested,
  ]
  const capabilities: ManifestCapability[] = []
  if (named.length > 0)
    capabilities.push({ capability: 'CAPABILITY_NAMED_IAM', reason: [...named, ...plain] })
  else if (plain.length > 0) capabilities.push({ capability: 'CAPABILITY_IAM', reason: plain })
  if (expand.length > 0) capabilities.push({ capability: 'CAPABILITY_AUTO_EXPAND', reason: expand })
  return capabilities
}

/** Resources by logical id, those in the bodies of loops too. */
function resourcesIn(section: { readonly [id: string]: unknown }): readonly [string, TemplateResource][] {
  return Object.entries(section).flatMap(([id, one]): readonly [string, TemplateResource][] => {
    if (typeof one !== 'object' || one === null) return []
    if (Array.isArray(one)) return resourcesIn((one[2] ?? {}) as { readonly [id: string]: unknown })
    return 'Type' in one && typeof one.Type === 'string' ? [[id, one as TemplateResource]] : []
  })
}

function hasFixedName(resource: TemplateResource): boolean {
  const property = identityTypes[resource.Type]
  return property !== undefined && resource.Properties?.[property] !== undefined
}

function transformsOf(transform: unknown): readonly string[] {
  const all = Array.isArray(transform) ? transform : transform === undefined ? [] : [transform]
  return all.map((one) =>
    typeof one === 'string' ? one : String((one as { Name?: unknown }).Name ?? 'Transform'),
  )
}

function usesMacro(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'Fn::Transform' in value || Object.values(value).some(usesMacro)
}
