import { isObject, onlyKey, type JsonObject } from '../json.ts'
import type { Path } from '../finding.ts'
import { collectUses } from '../intrinsic-uses.ts'
import { textParts } from '../wiring/text-parts.ts'
import type { AppStack } from './app-stack.ts'

/** An output that other stacks can import. */
export interface Export {
  readonly output: string
  readonly name: string
  readonly value: unknown
}

/** The exports of a template, those left out whose name is known only when it is deployed. */
export function exportsOf(template: unknown, stack: AppStack): readonly Export[] {
  const outputs = isObject(template) && isObject(template['Outputs']) ? template['Outputs'] : {}
  return Object.entries(outputs).flatMap(([output, json]) => {
    const declared = isObject(json) && isObject(json['Export']) ? json['Export']['Name'] : undefined
    const name = declared === undefined ? undefined : nameOf(declared, template, stack)
    return name === undefined || !isObject(json) ? [] : [{ output, name, value: json['Value'] }]
  })
}

/** A place where another stack's export is read. */
export interface Import {
  readonly name: string
  readonly path: Path
}

/** The imports of a template, those left out whose name is known only when it is deployed. */
export function importsOf(stack: AppStack): readonly Import[] {
  const { template } = stack
  if (!isObject(template)) return []
  return collectUses(template).flatMap(({ name: call, argument, path }) => {
    const name = call === 'Fn::ImportValue' ? nameOf(argument, template, stack) : undefined
    return name === undefined ? [] : [{ name, path }]
  })
}

/** A name with the stack's name and the values of parameters in it; undefined when one of them is not known. */
function nameOf(value: unknown, template: unknown, stack: AppStack): string | undefined {
  const parameters = isObject(template) && isObject(template['Parameters']) ? template['Parameters'] : {}
  const parts = textParts(value).map((part) =>
    typeof part === 'string' ? part : given(part.call, parameters, stack),
  )
  return parts.every((part) => part !== undefined) ? parts.join('') : undefined
}

function given(call: unknown, parameters: JsonObject, stack: AppStack): string | undefined {
  const name = onlyKey(call) === 'Ref' && isObject(call) ? call['Ref'] : undefined
  if (typeof name !== 'string') return undefined
  if (name === 'AWS::StackName') return stack.name
  // The same on both sides: exports are read in their own account and region only.
  if (['AWS::Region', 'AWS::AccountId', 'AWS::Partition'].includes(name)) return `\${${name}}`
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  const own =
    stack.parameters !== undefined && Object.hasOwn(stack.parameters, name)
      ? stack.parameters[name]
      : undefined
  const text = own ?? (isObject(parameter) ? parameter['Default'] : undefined)
  return typeof text === 'string' || typeof text === 'number' ? String(text) : undefined
}
