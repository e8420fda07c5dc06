import type { TemplateView } from './template-view.ts'

/** Resources that the serverless transform makes without being asked, whatever those in the template are called. */
const implicit =
  /^(ServerlessRestApi|ServerlessHttpApi|ServerlessDeploymentApplication$|CodeDeployServiceRole$)/

/**
 * Whether a name that is nowhere in the template may still exist once its transforms have run: the serverless transform makes roles,
 * versions, stages and permissions, whose names begin with that of the resource they belong to; macros may make anything.
 */
export function mayBeMade(name: string, { open, serverless, resources }: TemplateView): boolean {
  if (open) return true
  if (!serverless) return false
  if (implicit.test(name)) return true
  for (const [id, { type }] of resources)
    if (type.startsWith('AWS::Serverless::') && name.startsWith(id)) return true
  return false
}
