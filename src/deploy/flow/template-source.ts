import { CfstackError } from '../../model/error.ts'
import { contentHash } from '../change-set/change-set-name.ts'
import { parameterDeclarations } from '../parameters/declarations.ts'
import type { TemplateSource } from '../template/request.ts'
import { fittingBody, largestTemplate } from '../template/template-body.ts'
import type { StackDeployment } from './deployment.ts'
import { upload } from './upload.ts'

/** What the deployment is about, known before anything is sent. */
export function hashOf({ target, given }: StackDeployment): string {
  const { stackName, text, template, settings } = target
  return contentHash(stackName, text, { settings, given, declared: parameterDeclarations(template) })
}

/** The template in the call, without white space when only that fits, or where it was uploaded. */
export async function templateSource(deployment: StackDeployment): Promise<TemplateSource> {
  const { stackName, text, template } = deployment.target
  const { body, bytes } = fittingBody(text, template)
  if (body !== undefined) {
    if (body !== text)
      deployment.host.say(`The template of stack "${stackName}" is sent without white space: ${bytes} bytes`)
    return { TemplateBody: body }
  }
  if (bytes > largestTemplate)
    throw new CfstackError(
      'E_TEMPLATE_SIZE',
      `Cannot send the template of stack "${stackName}": it has ${bytes} bytes, expected at most ${largestTemplate}`,
      { hint: 'Split the stack' },
    )
  const isSmall = Buffer.byteLength(text) <= largestTemplate
  return { TemplateURL: await upload(deployment, isSmall ? text : JSON.stringify(template), bytes) }
}
