/** The names in `${…}` of a text for `Fn::Sub`; `${!Literal}` is text. */
export function subVariables(text: string): readonly string[] {
  return [...text.matchAll(/\$\{([^!{}][^{}]*)\}/g)].map((match) => (match[1] as string).trim())
}

/** The text and the variables of its own of an `Fn::Sub`; undefined when it is malformed. */
export function subParts(
  argument: unknown,
): { readonly text: string; readonly own: { readonly [name: string]: unknown } } | undefined {
  if (typeof argument === 'string') return { text: argument, own: {} }
  if (!Array.isArray(argument) || argument.length !== 2 || typeof argument[0] !== 'string') return undefined
  const own: unknown = argument[1]
  return typeof own === 'object' && own !== null && !Array.isArray(own)
    ? { text: argument[0], own: own as { [name: string]: unknown } }
    : undefined
}
