/** A whole number with its thousands apart, `51,200`. The language's own way loads its tables first, for 15 ms. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
