import type { Collected, Section } from './collect.ts'
import type { StackSettings } from '../model/stack.ts'
import type { Template, TemplateOutput, TemplateResource } from '../model/template.ts'
import { parameterInterface } from './interface.ts'
import { withTags } from './tags.ts'

/** An element and the JSON that it became. */
export interface Written {
  readonly collected: Collected
  readonly json: unknown
}

/** Puts the written elements of a stack into a template; `added` are outputs that other stacks read. */
export function templateOf(
  settings: StackSettings,
  written: readonly Written[],
  added: { readonly [id: string]: TemplateOutput },
): Template {
  const section = (name: Section): { [id: string]: any } =>
    Object.fromEntries(
      written.filter((one) => one.collected.section === name).map((one) => [one.collected.id, one.json]),
    )
  const parameters = written
    .filter((one) => one.collected.section === 'Parameters')
    .map((one) => one.collected)
  const form = parameterInterface(parameters)
  const metadata = { ...settings.metadata, ...(form && { 'AWS::CloudFormation::Interface': form }) }
  const content = {
    Description: settings.description,
    Metadata: filled(metadata),
    Parameters: filled(section('Parameters')),
    Rules: filled(section('Rules')),
    Mappings: filled(section('Mappings')),
    Conditions: filled(section('Conditions')),
    Resources: mapValues(section('Resources'), (one) => tagged(one, settings)),
    Outputs: filled(withAdded(section('Outputs'), added)),
  }
  const transform = transformsOf(settings.transform, content)
  return withoutUndefined({
    AWSTemplateFormatVersion: '2010-09-09',
    ...content,
    Transform: transform,
  }) as Template
}

function tagged(resource: unknown, settings: StackSettings): unknown {
  return Array.isArray(resource) ? resource : withTags(resource as TemplateResource, settings.tags ?? {})
}

/** Outputs of the fragments first; one that other stacks read as well is there once, with its description. */
function withAdded(
  own: { readonly [id: string]: TemplateOutput },
  added: { readonly [id: string]: TemplateOutput },
): object {
  const both = Object.entries(added).map(([id, output]) => [id, { ...own[id], ...output }] as const)
  return { ...own, ...Object.fromEntries(both) }
}

const extensions = 'AWS::LanguageExtensions'

/** The transforms of the settings, and the one that some functions need. It comes first, as AWS asks. */
function transformsOf(
  given: StackSettings['transform'],
  content: object,
): string | readonly string[] | undefined {
  const wanted = given === undefined ? [] : typeof given === 'string' ? [given] : given
  const all = !wanted.includes(extensions) && needsExtensions(content) ? [extensions, ...wanted] : wanted
  return all.length > 1 ? all : all[0]
}

function needsExtensions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => {
    if (key === 'Fn::ToJsonString' || key === 'Fn::Length' || key.startsWith('Fn::ForEach::')) return true
    if (key === 'Fn::FindInMap' && Array.isArray(inner) && needsExtendedLookup(inner)) return true
    return needsExtensions(inner)
  })
}

/** A default, and keys from any function but `Ref` and another look-up, are what the transform adds to `Fn::FindInMap`. */
function needsExtendedLookup(operands: readonly unknown[]): boolean {
  if (operands.length > 3) return true
  return operands.some(
    (one) => typeof one === 'object' && one !== null && !('Ref' in one) && !('Fn::FindInMap' in one),
  )
}

function mapValues(values: { readonly [id: string]: unknown }, change: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, change(value)]))
}

function filled(section: object): object | undefined {
  return Object.keys(section).length === 0 ? undefined : section
}

function withoutUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined))
}
