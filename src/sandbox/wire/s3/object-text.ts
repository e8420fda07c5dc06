const binary = '\u0000base64,'

/** Bytes as the world keeps them: text as it is, anything else in base64 behind a mark. */
export function toObjectText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (!text.startsWith('\u0000')) return text
  } catch {
    // Not text.
  }
  return binary + Buffer.from(bytes).toString('base64')
}

/** The bytes of a kept object. */
export function toObjectBytes(text: string): Uint8Array {
  return text.startsWith(binary)
    ? Buffer.from(text.slice(binary.length), 'base64')
    : Buffer.from(text, 'utf8')
}
