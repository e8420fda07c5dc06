/** What is said before an example. */
const introduction = /(?:for example|example|such as|e\.g\.|similar to)[:,]?\s*(?:\[\s*)?`?([^\s`,\]]+)/gi

/**
 * The form that the example in a text of documentation has: an ARN, a UUID, a prefix with hexadecimal digits. Undefined when it shows
 * none of these.
 *
 * @example
 * exampleForm('The ID. For example, `pl-0123123123123abcd` .') // 'pl-{hex:17}'
 */
export function exampleForm(doc: string): string | undefined {
  const arn = /arn:aws[\w-]*:[^\s`"',)\]]+/.exec(doc)?.[0]
  if (arn !== undefined) return arnForm(arn.replace(/[.*]+$/, ''))
  for (const [, example = ''] of doc.matchAll(introduction)) {
    const form = idForm(example.replace(/[.\s]+$/, ''))
    if (form !== undefined) return form
  }
  return undefined
}

function idForm(example: string): string | undefined {
  if (/^[0-9a-z]{8}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-zA-Z]{12}$/.test(example)) return '{uuid}'
  const prefixed = /^([a-z]{1,12}(?:-[a-z]{2,12})*)-(?=[0-9a-f]*\d)[0-9a-f]{8,21}$/.exec(example)
  if (prefixed) return `${prefixed[1]}-{hex:17}`
  return /^(?=.*\d)[A-Z0-9]{10,21}$/.test(example) ? `{upper:${example.length}}` : undefined
}

/** `arn:aws:oam:us-west-1:111122223333:sink/abcd1234`: the place is the resource's, the last part chance. */
function arnForm(arn: string): string | undefined {
  const [, , service = '', region = '', account = '', ...rest] = arn.split(':')
  const path = rest.join(':')
  if (!/^[a-z][a-z0-9-]+$/.test(service) || path === '' || /[<${*]/.test(path)) return undefined
  const steps = path.split(/(?<=[/:])/)
  const fixed = steps.slice(0, -1).filter((step) => /^\/?[a-zA-Z][a-zA-Z-]*[/:]$/.test(step))
  const place = `${region === '' ? '' : '{region}'}:${account === '' ? '' : '{account}'}`
  return `arn:{partition}:${service}:${place}:${fixed.join('')}{unique}`
}
