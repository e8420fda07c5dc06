import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codeRoot } from '../../model/code-root.ts'
import { blobFile } from './blob-file.ts'

/** The generated data, beside this code both in `src` and in `dist`. */
const folder = fileURLToPath(new URL('spec/generated/', codeRoot))

/** Prepared schemas of resource types, by name. */
export const schemaFile = blobFile(`${folder}schemas.pack`)
/** Code of precompiled validators, by name of type, or `extension:` and name. */
export const validatorFile = blobFile(`${folder}validators.pack`)
/** What is known of types besides their schemas. */
export const factsFile = blobFile(`${folder}facts.pack`)
/** cfn-lint's other data: `extension:`, `other:` and `enum:` with a name each, `runtimes`. */
export const extensionFile = blobFile(`${folder}extensions.pack`)
/** Actions and resources of services, by the prefix of their actions. */
export const policyFile = blobFile(`${folder}policies.pack`)

/** One of the generated JSON files. */
export function generatedJson(name: string): unknown {
  return JSON.parse(generatedText(`${name}.json`))
}

/** One of the generated files, as it is. */
export function generatedText(file: string): string {
  return readFileSync(`${folder}${file}`, 'utf8')
}
