/** Where this package's code lies, as a URL that ends in a slash: `…/dist/`, or `…/src/` in tests; bundling moves modules inside it. */
export const codeRoot = /^.*\/(?:dist|src)\//.exec(import.meta.url)?.[0] ?? new URL('.', import.meta.url).href
