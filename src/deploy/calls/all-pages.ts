/** The items of all pages. An empty token is the end too: some endpoints send one. */
export async function allPages<Page extends { readonly NextToken?: string | undefined }, Item>(
  read: (next: string | undefined) => Promise<Page>,
  items: (page: Page) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const found: Item[] = []
  for (let next: string | undefined, more = true; more; more = next !== undefined && next !== '') {
    const page = await read(next)
    found.push(...(items(page) ?? []))
    next = page.NextToken
  }
  return found
}
