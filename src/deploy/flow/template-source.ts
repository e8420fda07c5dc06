import { CfstackError } from '../../model/error.ts'
import { contentHash } from '../change-set-name.ts'
import { parameterDeclarations } from '../parameters/declarations.ts'
import type { TemplateSource } from '../request.ts'
import { fittingBody, largestTemplate } from '../template-body.ts'
import type { StackDeployment } from './deployment.ts'

/** What the deployment is about, known before anything is sent. */
export function hashOf({ target, given }: StackDeployment): string {
  const { stackName, text, template, settings } = target
  return contentHash(stackName, text, { settings, given, declared: parameterDeclarations(template) })
}

/** The template in the call, without white space when only that fits, or where it was uploaded. */
export async function templateSource({ target, choices, host }: StackDeployment): Promise<TemplateSource> {
  const { stackName, text, template } = target
  const { body, bytes } = fittingBody(text, template)
  if (body !== undefined) {
    if (body !== text)
      host.say(`The template of stack "${stackName}" is sent without white space: ${bytes} bytes`)
    return { TemplateBody: body }
  }
  if (bytes > largestTemplate)
    throw new CfstackError(
      'E_TEMPLATE_SIZE',
      `Cannot send the template of stack "${stackName}": it has ${bytes} bytes, expected at most ${largestTemplate}`,
      { hint: 'Split the stack' },
    )
  if (choices.upload === undefined)
    throw new CfstackError(
      'E_TEMPLATE_SIZE',
      `Cannot send the template of stack "${stackName}": it has ${bytes} bytes and there is no bucket for it`,
      { hint: 'Set templateBucket in the stack settings' },
    )
  return {
    TemplateURL: await choices.upload(text.length > largestTemplate ? JSON.stringify(template) : text),
  }
}
