import { readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseTemplate } from '../../validate/read-template.ts'
import { standardInput } from './targets.ts'

/** The largest template that CloudFormation takes, in bytes. */
const largest = 1_048_576

/** Reads templates that one in a file names, from the folder of that file; undefined for what is no template there. */
export function templateBeside(file: string): (location: string) => unknown {
  const folder = dirname(resolve(file))
  return (location) => {
    if (file === standardInput) return undefined
    const nested = resolve(folder, location)
    try {
      return statSync(nested).size > largest ? undefined : parseTemplate(readFileSync(nested, 'utf8'), nested)
    } catch {
      return undefined
    }
  }
}
