import { fromPython } from '../../src/validate/schemas/from-python.ts'
import { toRegExp } from '../../src/validate/schemas/patterns.ts'

/**
 * Regular expressions as cfn-lint has them (Python's `regex`) to JavaScript's. Most mean the same in both and stay as they are; they are
 * compiled without the `u` flag unless they name Unicode properties. Those that V8 searches without bound are rewritten by hand.
 */
export function toJavaScript(pattern: string): string {
  const rewritten = byHand[pattern]
  const translated = rewritten ?? fromPython(pattern)
  toRegExp(translated) // Throws for what is still no pattern.
  return translated
}

const anyText = '^[\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]*$'
const visible = '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}'

/** What no rule translates: mistakes of the source, and loops inside loops, made to say the same in one way only. */
export const byHand: { readonly [pattern: string]: string } = {
  '^(?! )[\\p{L}\\p{N}\\p{Z}-_]*(?<! )$': '^(?! )[\\p{L}\\p{N}\\p{Z}\\-_]*(?<! )$',
  '^[\\p{Graph}\\x20]*$': `^[${visible}\\x20]*$`,
  '[\\p{Graph}\\x20]*': `[${visible}\\x20]*`,
  '^[\\p{Print}]*$': `^[${visible}\\p{Zs}]*$`,
  '^\\p{Print}+$': `^[${visible}\\p{Zs}]+$`,
  '^[\\p{Print}&&[^|:/]]+$': '^[^|:/\\p{C}]+$',
  '^([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)${1,128}': '^([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)$',
  '^([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)${1,256}': '^([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)$',
  '^[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*$': anyText,
  '^[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*$': anyText.replace('\\n\\r', ''),
  '^[0-9a-z]+[0-9a-z\\.\\-]*[0-9a-z]+$': '^[0-9a-z][0-9a-z.\\-]*[0-9a-z]$',
  '^(?:[\\._\\-/#A-Za-z0-9]+|\\$\\{[A-Za-z]+(?:\\.[A-Za-z]+){1,2}\\})+$':
    '^(?:[\\._\\-/#A-Za-z0-9]|\\$\\{[A-Za-z]+(?:\\.[A-Za-z]+){1,2}\\})+$',
  '^[a-z]+([a-z._]*[a-z]+)?$': '^[a-z](?:[a-z._]*[a-z])?$',
  '^([A-Za-z0-9]+[A-Za-z0-9-.]*)*[A-Za-z0-9-]*[A-Za-z0-9]$':
    '^(?:[A-Za-z0-9-]*|[A-Za-z0-9][A-Za-z0-9.-]*)[A-Za-z0-9]$',
  '^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$': '^[a-zA-Z](?:-?[a-zA-Z0-9])*$',
  '^https://[A-Za-z0-9]((.|-+)?[A-Za-z0-9]){0,252}/[a-z0-9](-?[a-z0-9]){2,62}$':
    '^https://[A-Za-z0-9](?:(?:[^A-Za-z0-9\\n-]|-+)?[A-Za-z0-9])*/[a-z0-9](-?[a-z0-9]){2,62}$',
  '^https://([.\\-_a-zA-Z0-9]+/?){3,1016}$': '^https://(?:[.\\-_a-zA-Z0-9]/?){3,}$',
  '^[a-z0-9]([-a-z0-9]*[a-z0-9]){0,39}?$': '^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$',
  '^[a-z0-9*](?:[._\\-/a-z0-9*]?[a-z0-9*]+)*$': '^[a-z0-9*](?:[._\\-/]?[a-z0-9*])*$',
  '^(\\w+\\:\\/\\/[\\w.-]+[\\w/!@#+=.-]+$)|(\\w+\\:\\/\\/[\\w.-]+[\\w/!@#+=.-]+[\\w/!@#+=.-]+[\\w/!@#+=.,-]+$)':
    '^\\w+://[\\w.-][\\w/!@#+=.-]+$|\\w://[\\w.-][\\w/!@#+=.-]{2}[\\w/!@#+=.,-]+$',
  'arn:(aws|aws-cn|aws-iso|aws-iso-[a-z]{1}|aws-us-gov):iam::[0-9]{12}:role\\/(([\\u0021-\\u007E]+\\u002F){1,511})?[A-Za-z0-9+=,.@_/-]{1,64}$':
    'arn:(aws|aws-cn|aws-iso|aws-iso-[a-z]{1}|aws-us-gov):iam::[0-9]{12}:role\\/([\\u0021-\\u007E]+\\/)?[A-Za-z0-9+=,.@_/-]{1,64}$',
  '^arn:(aws|aws-cn|aws-iso|aws-iso-[a-z]{1}|aws-us-gov):iam::[0-9]{12}:role\\/(([^\\/][\\x21-\\x7E]+\\/){1,511})?[A-Za-z0-9_+=,.@-]{1,64}$':
    '^arn:(aws|aws-cn|aws-iso|aws-iso-[a-z]{1}|aws-us-gov):iam::[0-9]{12}:role\\/(?:[^\\/](?:[\\x21-\\x7E]|(?<=\\/)[^\\x21-\\x7E])+\\/)?[A-Za-z0-9_+=,.@-]{1,64}$',
  '^\\$\\{(\\w+.)+\\w+\\}$': '^\\$\\{(?=.{3,}\\}$)\\w(?:[^\\w\\n]?\\w)+\\}$',
  '^([ \\t]*[\\x20-\\x7E]+([ \\t]+[\\x20-\\x7E]+)*[ \\t]*|\\{%[\\s\\S]+?%\\})$':
    '^(?:\\t*[\\x20-\\x7E][\\t\\x20-\\x7E]*|\\{%[\\s\\S]+?%\\})$',
  '^[ \\t]*[\\x20-\\x7E]+([ \\t]+[\\x20-\\x7E]+)*[ \\t]*$': '^\\t*[\\x20-\\x7E][\\t\\x20-\\x7E]*$',
  '^[ \\t]*[^\\x00-\\x1F\\x7F]+([ \\t]+[^\\x00-\\x1F\\x7F]+)*[ \\t]*$':
    '^\\t*[^\\x00-\\x1F\\x7F][^\\x00-\\x08\\x0A-\\x1F\\x7F]*$',
  '^[a-zA-Z0-9]+[a-zA-Z0-9-]*[a-zA-Z0-9]{1,255}$': '^[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]$',
  '^(?!internal-)[a-zA-Z0-9]+[a-zA-Z0-9-_ ]+.*[^-]$': '^(?!internal-)[a-zA-Z0-9][a-zA-Z0-9-_ ].*[^-]$',
  '^[a-zA-Z0-9=:#@/\\-,.][a-zA-Z0-9+=:#@/\\-,.\\s]+[a-zA-Z0-9+=:#@/\\-,.]{1,256}$':
    '^[a-zA-Z0-9=:#@/\\-,.][a-zA-Z0-9+=:#@/\\-,.\\s]+[a-zA-Z0-9+=:#@/\\-,.]$',
}
