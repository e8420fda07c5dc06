import { readFileSync } from 'node:fs'
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml'

/** Reads a template file, JSON or YAML, with short tags (`!Ref`) as the functions that they stand for. */
export function readTemplate(file: string): unknown {
  const document = parseDocument(readFileSync(file, 'utf8'), { logLevel: 'silent', uniqueKeys: false })
  return plain(document.contents, document)
}

function plain(node: unknown, document: Document): unknown {
  if (isAlias(node)) return plain(node.resolve(document), document)
  const content = untagged(node, document)
  const tag = (node as Node | null)?.tag ?? ''
  if (!/^![A-Z]/.test(tag)) return content
  const name = tag.slice(1)
  return { [name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`]: content }
}

function untagged(node: unknown, document: Document): unknown {
  if (isSeq(node)) return node.items.map((item) => plain(item, document))
  if (isMap(node))
    return Object.fromEntries(
      node.items.map((pair) => [String(plain(pair.key, document)), plain(pair.value, document)]),
    )
  return isScalar(node) ? node.value : undefined
}
