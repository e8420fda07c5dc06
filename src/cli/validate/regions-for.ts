/**
 * The regions that a template is checked for: those of the command line, else the stack's, else the one that the environment names
 * (where a stack without region is deployed from here), else us-east-1.
 */
export function regionsFor(ofStack: string | undefined, wanted: readonly string[] = []): readonly string[] {
  if (wanted.length > 0) return wanted
  const { AWS_REGION, AWS_DEFAULT_REGION } = process.env
  return [ofStack ?? (AWS_REGION || AWS_DEFAULT_REGION || 'us-east-1')]
}
