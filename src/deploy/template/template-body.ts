import type { Template } from '../../model/template.ts'

/** CloudFormation's limit for a template that is sent with the call, in UTF-8 bytes. */
export const bodyLimit = 51_200

/** CloudFormation's limit for a template that it reads from S3, in UTF-8 bytes. */
export const largestTemplate = 1_048_576

/**
 * The text to send for a template: as it is, or minified when only that fits. No body when neither does; `bytes` is the size of the
 * smallest form then.
 */
export function fittingBody(
  text: string,
  template: Template,
): { readonly body?: string; readonly bytes: number } {
  const size = Buffer.byteLength(text)
  if (size <= bodyLimit) return { body: text, bytes: size }
  const body = JSON.stringify(template)
  const bytes = Buffer.byteLength(body)
  return bytes <= bodyLimit ? { body, bytes } : { bytes }
}
