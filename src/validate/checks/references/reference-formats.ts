import { getAttParts } from '../../attributes.ts'
import { attributeSchema, refSchema } from '../../attribute-schema.ts'
import type { Check, Problem } from '../../check.ts'
import { isObject, onlyKey } from '../../json.ts'
import type { LocatedFault } from '../../properties/judge.ts'
import { judgedResources, schemaType } from '../../properties/judged-resources.ts'
import { schemaOfFault, type Fault } from '../../schemas/fault.ts'
import type { AnySchema } from '../../schemas/prepare.ts'
import type { TemplateView } from '../../template-view.ts'

const help =
  "An id, a name and an ARN are different texts, and a property takes one of them: a security group's id where a subnet's is wanted is " +
  'refused by the service. Refer to the resource that is meant, by Ref or by the attribute that yields what is wanted.'

export const referenceFormats: Check = {
  rules: [
    { code: 'E1041', level: 'error', title: 'Ref yields what the property takes', help },
    { code: 'E1040', level: 'error', title: 'Fn::GetAtt yields what the property takes', help },
  ],
  run(template, report) {
    for (const [id, { calls }] of judgedResources(template)) {
      const resource = template.resources.get(id)
      if (resource === undefined) continue
      const root = template.types.schema(schemaType(resource, template)) ?? {}
      const seen = new Set<string>()
      for (const call of calls((fault) => formatAt(fault, root) !== undefined)) {
        const problem = problemOf(call, id, root, template)
        const key = problem && JSON.stringify(problem.path)
        if (problem === undefined || key === undefined || seen.has(key)) continue
        seen.add(key)
        report(problem)
      }
    }
  },
}

const formats = new WeakMap<AnySchema, Map<string, string | undefined>>()

/** The format that the schema wants where a call stands; asked often, and the same for all resources of a type. */
function formatAt(fault: Fault, root: AnySchema): string | undefined {
  const known = formats.get(root) ?? new Map<string, string | undefined>()
  formats.set(root, known)
  if (!known.has(fault.schemaPath)) {
    const { format } = schemaOfFault(root, fault)
    known.set(fault.schemaPath, typeof format === 'string' ? format : undefined)
  }
  return known.get(fault.schemaPath)
}

function problemOf(
  { fault, path, value }: LocatedFault,
  id: string,
  root: AnySchema,
  template: TemplateView,
): Problem | undefined {
  const format = formatAt(fault, root)
  const name = onlyKey(value)
  if (format === undefined || (name !== 'Ref' && name !== 'Fn::GetAtt') || !isObject(value)) return undefined
  const schema =
    name === 'Ref' ? schemaOfRef(value['Ref'], template) : schemaOfGetAtt(value['Fn::GetAtt'], template)
  if (schema === undefined || formatsOf(schema).includes(format)) return undefined
  return {
    code: name === 'Ref' ? 'E1041' : 'E1040',
    path: ['Resources', id, 'Properties', ...path, name],
    message: `${name} yields ${told(formatsOf(schema))} where ${told([format])} is expected`,
  }
}

function schemaOfRef(argument: unknown, template: TemplateView): AnySchema | undefined {
  const target = typeof argument === 'string' ? template.resources.get(argument) : undefined
  return target === undefined || isOpen(target.type) ? undefined : refSchema(target, template)
}

function schemaOfGetAtt(argument: unknown, template: TemplateView): AnySchema | undefined {
  const parts = getAttParts(argument)
  const target = parts && template.resources.get(parts.id)
  if (target === undefined || parts?.attribute === undefined || isOpen(target.type)) return undefined
  return attributeSchema(target.type, parts.attribute, template)
}

/** Types that yield whatever somebody else makes of them. */
function isOpen(type: string): boolean {
  return (
    /^(Custom|AWS::Serverless)::|::MODULE$/.test(type) ||
    ['AWS::CloudFormation::CustomResource', 'AWS::CloudFormation::Stack', 'AWS::SSM::Parameter'].includes(
      type,
    ) ||
    type === 'AWS::ServiceCatalog::CloudFormationProvisionedProduct'
  )
}

function formatsOf(schema: AnySchema): readonly unknown[] {
  const others = Array.isArray(schema['anyOf']) ? (schema['anyOf'] as readonly AnySchema[]) : []
  return [schema, ...others].map(({ format }) => format).filter((format) => format !== undefined)
}

/** `AWS::EC2::Subnet.Id` reads "the Id of AWS::EC2::Subnet". */
function told(formats: readonly unknown[]): string {
  if (formats.length === 0) return 'something else'
  return formats
    .map((format) => String(format).replace(/^(AWS::\w+::\w+)\.(\w+)$/, 'the $2 of an $1'))
    .join(' or ')
}
