/**
 * The contents of the `<item>`s of a list of EC2's XML, for example of `imagesSet`; lists inside of items stay in them. Empty when
 * there is no such list.
 */
export function xmlItems(xml: string, list: string): readonly string[] {
  const start = xml.indexOf(`<${list}>`)
  if (start < 0) return []
  const items: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: found, index } of xml.slice(start).matchAll(/<\/?item>|<\/(\w+)>/g)) {
    const at = start + index
    if (found === '<item>' && depth++ === 0) from = at + found.length
    if (found === '</item>' && --depth === 0) items.push(xml.slice(from, at))
    if (found === `</${list}>` && depth === 0) break
  }
  return items
}
