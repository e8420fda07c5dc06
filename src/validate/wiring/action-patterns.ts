/** Whether a pattern of IAM with `*` and `?` matches an action, in time that grows with both lengths only. */
export function matchesAction(pattern: string, action: string): boolean {
  const [wanted, text] = [pattern.toLowerCase(), action.toLowerCase()]
  let [at, star, resume] = [0, -1, 0]
  for (let i = 0; i < text.length;) {
    if (at < wanted.length && (wanted[at] === '?' || wanted[at] === text[i]) && wanted[at] !== '*') {
      at++
      i++
    } else if (wanted[at] === '*') {
      star = at++
      resume = i
    } else if (star >= 0) {
      at = star + 1
      i = ++resume
    } else {
      return false
    }
  }
  while (wanted[at] === '*') at++
  return at === wanted.length
}
