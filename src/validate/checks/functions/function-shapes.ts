import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'

interface Shape {
  readonly code: string
  readonly takes: string
  readonly fits: (argument: unknown) => boolean
}

const listOf = (least: number, most: number) => (argument: unknown) =>
  Array.isArray(argument) && argument.length >= least && argument.length <= most

/** A text, or a function that may yield one. */
const isText = (argument: unknown): boolean => argument !== null && !Array.isArray(argument)

const shapes: { readonly [call: string]: Shape } = {
  'Fn::Base64': { code: 'E1021', takes: 'a text', fits: isText },
  'Fn::Cidr': {
    code: 'E1024',
    takes: 'a list of a block, a count and perhaps the bits of a block',
    fits: listOf(2, 3),
  },
  'Fn::FindInMap': {
    code: 'E1011',
    takes: 'a list of a mapping, a top-level key and a second-level key',
    fits: (argument) => listOf(3, 4)(argument),
  },
  'Fn::GetAZs': { code: 'E1015', takes: 'a region', fits: isText },
  'Fn::If': {
    code: 'E1028',
    takes: 'a list of the name of a condition and two values',
    fits: (argument) => listOf(3, 3)(argument) && typeof (argument as readonly unknown[])[0] === 'string',
  },
  'Fn::ImportValue': { code: 'E1016', takes: 'the name of an export', fits: isText },
  'Fn::Join': {
    code: 'E1022',
    takes: 'a list of a delimiter and a list',
    fits: (argument) =>
      listOf(2, 2)(argument) &&
      typeof (argument as readonly unknown[])[0] === 'string' &&
      isList((argument as readonly unknown[])[1]),
  },
  'Fn::Select': {
    code: 'E1017',
    takes: 'a list of an index and a list',
    fits: (argument) => listOf(2, 2)(argument) && isList((argument as readonly unknown[])[1]),
  },
  'Fn::Split': {
    code: 'E1018',
    takes: 'a list of a delimiter and a text',
    fits: (argument) => listOf(2, 2)(argument) && typeof (argument as readonly unknown[])[0] === 'string',
  },
  'Fn::Length': { code: 'E1030', takes: 'a list', fits: isList },
  'Fn::ToJsonString': {
    code: 'E1031',
    takes: 'an object or a list',
    fits: (argument) => typeof argument === 'object' && argument !== null,
  },
}

/** Functions whose argument is judged elsewhere, or is whatever a macro takes. */
const others = new Set([
  'Fn::And',
  'Fn::Equals',
  'Fn::GetAtt',
  'Fn::GetStackOutput',
  'Fn::Not',
  'Fn::Or',
  'Fn::Sub',
  'Fn::Transform',
])
const ofRules = new Set([
  'Fn::Contains',
  'Fn::EachMemberEquals',
  'Fn::EachMemberIn',
  'Fn::RefAll',
  'Fn::ValueOf',
  'Fn::ValueOfAll',
])

export const functionShapes: Check = {
  rules: [{ code: 'E1022', level: 'error', title: 'Functions exist and take what they are given' }],
  run({ uses, transforms }, report) {
    const macros = transforms.some((name) => !name.startsWith('AWS::'))
    for (const { name, argument, path } of uses) {
      if (!name.startsWith('Fn::') || name.startsWith('Fn::ForEach::') || macros) continue
      const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
      if (shape !== undefined) {
        if (!shape.fits(argument)) report({ code: shape.code, path, message: `${name} takes ${shape.takes}` })
      } else if (!others.has(name) && !(ofRules.has(name) && path[0] === 'Rules')) {
        report({
          code: 'E1001',
          path,
          message: `The function "${name}" does not exist here`,
          hint: suggestion(name, [...Object.keys(shapes), ...others]),
        })
      }
    }
  },
}

/** A list, or a function that may yield one. */
function isList(value: unknown): boolean {
  return Array.isArray(value) || isObject(value)
}
