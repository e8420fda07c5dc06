import { validationError } from '../../service-error.ts'
import type { JsonObject, World } from '../../world.ts'
import { fetchTemplate } from './fetch-template.ts'

const longest = 51_200

/**
 * The text of the template that a call names: `TemplateBody`, `TemplateURL`, or with `UsePreviousTemplate` that of the deployed stack, which is
 * undefined when there is none. Throws what CloudFormation says when it is none of these, too long, or not there.
 */
export function givenTemplate(input: JsonObject, world: World, previous?: string): string {
  const { TemplateBody: body, TemplateURL: url, UsePreviousTemplate: again } = input
  const count = [body, url].filter((one) => one !== undefined).length
  if (String(again) === 'true') {
    if (count > 0)
      throw validationError('You cannot specify both usePreviousTemplate and Template Body/Template URL.')
    if (previous === undefined)
      throw validationError('You cannot use the previous template: the stack has none.')
    return previous
  }
  if (count !== 1) throw validationError('Either Template URL or Template Body must be specified.')
  if (url !== undefined) return fetchTemplate(String(url), world)
  checkLength(String(body))
  return String(body)
}

function checkLength(body: string): void {
  const bound =
    body === ''
      ? 'greater than or equal to 1'
      : Buffer.byteLength(body) > longest
        ? `less than or equal to ${longest}`
        : undefined
  if (bound !== undefined)
    throw validationError(
      `1 validation error detected: Value '${body}' at 'templateBody' failed to satisfy constraint: Member must have length ${bound}`,
    )
}
