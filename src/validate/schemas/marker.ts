/**
 * Stands for a function call in a copy of a resource's properties: its value is known only when the stack is deployed. Equal calls have
 * markers of equal description.
 */
export type Marker = symbol

/** A maker of markers: one for each call, whatever its place. */
export function markerMaker(): (call: unknown) => Marker {
  const made = new Map<string, Marker>()
  return (call) => {
    const key = JSON.stringify(call)
    const known = made.get(key)
    if (known !== undefined) return known
    const marker = Symbol(`${made.size}\u0000${fixedText(call)}`)
    made.set(key, marker)
    return marker
  }
}

/** What of a call's text is known: the fixed parts of an `Fn::Sub`. */
export function knownText(marker: Marker): string {
  const description = marker.description ?? ''
  return description.slice(description.indexOf('\u0000') + 1)
}

function fixedText(call: unknown): string {
  const sub = (call as { readonly [name: string]: unknown } | null)?.['Fn::Sub']
  const text: unknown = Array.isArray(sub) ? sub[0] : sub
  return typeof text === 'string' ? text.replace(/\$\{[^{}]{1,255}\}/g, '') : ''
}
