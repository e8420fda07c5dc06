/**
 * Imports a module by its URL. In a file of its own because the bundled program is not loaded as a module: `import()` cannot be
 * called there.
 */
export function importModule(url: string): Promise<object> {
  return import(url)
}
