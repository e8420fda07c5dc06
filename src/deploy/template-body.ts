import { CfstackError } from '../model/error.ts'
import type { Template } from '../model/template.ts'

/** CloudFormation's limit for a template that is sent with the call, in UTF-8 bytes. */
export const bodyLimit = 51_200

/** The text to send for a template: as it is, or minified when only that fits. */
export function templateBody(
  stackName: string,
  text: string,
  template: Template,
): { body: string; minified: boolean } {
  if (Buffer.byteLength(text) <= bodyLimit) return { body: text, minified: false }
  const body = JSON.stringify(template)
  const size = Buffer.byteLength(body)
  if (size <= bodyLimit) return { body, minified: true }
  throw new CfstackError(
    'E_TEMPLATE_SIZE',
    `Cannot send the template of stack "${stackName}": it has ${size} bytes even without spaces, expected at most ${bodyLimit}`,
    { hint: 'Split the stack; larger templates need an upload to S3, which cfstack does not do yet' },
  )
}
