/** Whether a tag is a function's short form, such as `!Ref`. */
export function isShortForm(tag: string): boolean {
  return /^![A-Za-z]/.test(tag)
}

/** `!Ref` is `Ref`, `!Sub` is `Fn::Sub`. */
export function functionOf(tag: string): string {
  const name = tag.slice(1)
  return name === 'Ref' || name === 'Condition' || name.includes('::') ? name : `Fn::${name}`
}

/** A short form written out, for example `!GetAtt A.B` as `{ 'Fn::GetAtt': ['A', 'B'] }`. */
export function callOf(tag: string, argument: unknown): { readonly [name: string]: unknown } {
  const name = functionOf(tag)
  return {
    [name]: name === 'Fn::GetAtt' && typeof argument === 'string' ? splitAttribute(argument) : argument,
  }
}

/** `!GetAtt Resource.Attribute`: everything after the first dot is the attribute. */
function splitAttribute(text: string): unknown {
  const dot = text.indexOf('.')
  return dot < 0 ? text : [text.slice(0, dot), text.slice(dot + 1)]
}
