import type { Template } from '../model/template.ts'

/** Sections in the order in which a reader meets them. */
const sections = [
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Rules',
  'Mappings',
  'Conditions',
  'Transform',
  'Resources',
  'Outputs',
] as const satisfies readonly (keyof Template)[]

/** A template as text: always the same for the same content. Two spaces, a newline at the end. */
export function printTemplate(template: Template): string {
  return printJson(Object.fromEntries(sections.map((name) => [name, template[name]])))
}

/** JSON as all files of ours are written. */
export function printJson(value: unknown): string {
  return JSON.stringify(value, null, 2) + '\n'
}
