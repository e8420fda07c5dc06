import type { Collected } from './collect.ts'
import type { Reference, Resolve } from './references.ts'
import type { Stack } from './stack.ts'
import { isForEach } from '../model/for-each.ts'
import { listAttributes } from '../spec/generated/list-attributes.ts'
import { nameKey, type AppIndex, type Placement } from './app-index.ts'
import { dangling, secretCrosses, unprintableValue, unreadable, wholeElement } from './link-problems.ts'
import type { Problem } from './problems.ts'

/** A reference from one element to another of the same stack. */
export interface Edge {
  readonly from: Collected
  readonly to: Collected
  readonly reference: Reference
}

/** A value of one stack that another one reads. */
export interface Crossing {
  readonly producer: Stack
  readonly consumer: Stack
  readonly collected: Collected
  /** Absent for what `Ref` yields. */
  readonly attribute: string | undefined
  readonly outputId: string
  readonly weak: boolean
}

/** What linking found out. Filled while the elements are turned into JSON. */
export interface Links {
  readonly edges: Edge[]
  readonly crossings: Crossing[]
  /** Order of deployment without a value that crosses: `DependsOn` over stacks. */
  readonly waits: { readonly consumer: Stack; readonly producer: Stack; readonly reference: Reference }[]
  readonly problems: Problem[]
}

/** Decides what stands in place of each reference of one element. */
export function linker(stack: Stack, from: Collected, index: AppIndex, links: Links): Resolve {
  return (reference) => {
    if (reference.kind === 'Whole') return void links.problems.push(wholeElement(stack, from, reference))
    if (reference.kind === 'Unprintable')
      return void links.problems.push(unprintableValue(stack, from, reference))
    if (reference.id.startsWith('AWS::')) return undefined
    const own = ownTarget(stack, reference, index)
    if (own !== undefined) return void links.edges.push({ from, to: own, reference })
    const elsewhere = otherTarget(stack, reference, index)
    if (elsewhere === undefined && isLooped(stack, reference, index)) return undefined
    if (elsewhere === undefined) return void links.problems.push(dangling(stack, from, reference, index))
    return cross(stack, from, reference, elsewhere, index, links)
  }
}

function ownTarget(stack: Stack, reference: Reference, index: AppIndex): Collected | undefined {
  const byAnchor = reference.anchor && index.own.get(stack.name)?.get(reference.anchor)
  if (byAnchor !== undefined) return byAnchor
  if (reference.anchor !== undefined) return undefined
  return index.named.get(stack.name)?.get(nameKey(sectionOf(reference), reference.id))
}

/** Whether a loop of the stack makes what is named: its ids are known only when it is deployed. */
function isLooped(stack: Stack, { id, anchor }: Reference, index: AppIndex): boolean {
  if (anchor !== undefined) return false
  const loops = [...(index.named.get(stack.name)?.values() ?? [])].map((one) => one.element).filter(isForEach)
  return loops.some((loop) => Object.keys(loop.body).some((template) => mayYield(template, id)))
}

/** Whether an id that a loop writes may be this one: each place in it stands for any text. */
function mayYield(template: string, id: string): boolean {
  const parts = template.split(/[$&]\{[^}]*\}/)
  return parts.length > 1 && new RegExp(`^${parts.join('.*')}$`).test(id)
}

function sectionOf(reference: Reference): string {
  return reference.kind === 'Condition' ? 'Conditions' : reference.kind === 'Mapping' ? 'Mappings' : 'Ref'
}

/** The one other stack that has it: a handle says which, a name must be in one stack only. */
function otherTarget(stack: Stack, reference: Reference, index: AppIndex): Placement | undefined {
  if (reference.kind === 'Condition' || reference.kind === 'Mapping') return undefined
  if (reference.anchor !== undefined) return index.byAnchor.get(reference.anchor)?.[0]
  const others = (index.byId.get(reference.id) ?? []).filter((one) => one.stack !== stack)
  return others.length === 1 ? others[0] : undefined
}

function cross(
  consumer: Stack,
  from: Collected,
  reference: Reference,
  { stack: producer, collected }: Placement,
  index: AppIndex,
  links: Links,
): unknown {
  if (reference.kind === 'DependsOn') {
    links.waits.push({ consumer, producer, reference })
    return true
  }
  if (isNoEcho(collected)) return void links.problems.push(secretCrosses(consumer, from, reference, producer))
  if (differ(consumer.settings.account, producer.settings.account) && !producer.settings.outputReaderRole)
    return void links.problems.push(unreadable(consumer, from, reference, producer))
  const attribute = reference.attribute
  const outputId = outputIdOf(producer, collected, attribute, index)
  const weak = isWeak(consumer, producer)
  links.crossings.push({ producer, consumer, collected, attribute, outputId, weak })
  const value = weak
    ? stackOutput(consumer, producer, outputId)
    : { 'Fn::ImportValue': exportName(producer, outputId) }
  return isList(collected, attribute) ? { 'Fn::Split': [listDelimiter, value] } : value
}

/** The id of what is read, and the attribute; `Att` after it when the two together are another element's id. */
function outputIdOf(
  producer: Stack,
  collected: Collected,
  attribute: string | undefined,
  index: AppIndex,
): string {
  if (attribute === undefined) return collected.id
  const id = `${collected.id}${attribute.replaceAll(/[^A-Za-z0-9]/g, '')}`
  return index.named.get(producer.name)?.has(nameKey('Resources', id)) === true ? `${id}Att` : id
}

/** Name of the export that carries an output to the other stacks of the app. */
export function exportName(producer: Stack, outputId: string): string {
  return `${producer.name}-${outputId}`
}

/** Outputs are text: lists cross joined, and are split again where they are read. */
export const listDelimiter = ','

/** Whether a value of an element is a list when it is deployed. */
export function isList(collected: Collected, attribute: string | undefined): boolean {
  const type = (collected.element as { Type?: string; options?: { Type?: string } }).Type
  if (attribute !== undefined)
    return type !== undefined && (listAttributes[type]?.includes(attribute) ?? false)
  const declared = (collected.element as { options?: { Type?: string } }).options?.Type ?? type
  return collected.section === 'Parameters' && /List/.test(declared ?? '')
}

function isNoEcho(collected: Collected): boolean {
  const element = collected.element as { NoEcho?: unknown; options?: { NoEcho?: unknown } }
  return collected.section === 'Parameters' && Boolean(element.options?.NoEcho ?? element.NoEcho)
}

function isWeak(consumer: Stack, producer: Stack): boolean {
  if (consumer.settings.references === 'weak') return true
  return (
    differ(consumer.settings.region, producer.settings.region) ||
    differ(consumer.settings.account, producer.settings.account)
  )
}

function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}

function stackOutput(consumer: Stack, producer: Stack, outputId: string): object {
  const { region, account, outputReaderRole } = producer.settings
  return {
    'Fn::GetStackOutput': {
      StackName: producer.name,
      OutputName: outputId,
      ...(differ(consumer.settings.region, region) && { Region: region }),
      ...(differ(consumer.settings.account, account) &&
        outputReaderRole !== undefined && { RoleArn: outputReaderRole }),
    },
  }
}
