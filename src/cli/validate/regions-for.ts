import { isObject } from '../../validate/json.ts'
import { linterSettings } from '../../validate/linter-settings.ts'

/**
 * The regions that a template is checked for: those of the command line, else the stack's, else those that its metadata names, else the one
 * that the environment names (where a stack without region is deployed from here), else us-east-1.
 */
export function regionsFor(
  ofStack: string | undefined,
  wanted: readonly string[] = [],
  template?: unknown,
): readonly string[] {
  if (wanted.length > 0) return wanted
  const own = ofStack === undefined && isObject(template) ? linterSettings(template).regions : []
  if (own.length > 0) return own
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env
  return [ofStack ?? (AWS_REGION || AWS_DEFAULT_REGION || 'us-east-1')]
}
