import { isObject } from '../../../validate/json.ts'
import { subParts } from '../../../validate/sub-variables.ts'
import { textOfScalar } from '../functions/text-of-scalar.ts'
import type { JudgedFunction } from '../functions/malformed-call.ts'

type HasForm = (argument: unknown) => boolean

const list = (argument: unknown, least: number, most: number): argument is readonly unknown[] =>
  Array.isArray(argument) && argument.length >= least && argument.length <= most

const mayBeText = (value: unknown): boolean => isObject(value) || textOfScalar(value) !== undefined
const mayBeList = (value: unknown): boolean => isObject(value) || Array.isArray(value)

/** Whether the argument of a function, as it is written, can be one. */
export const functionForms: { readonly [name in JudgedFunction]: HasForm } = {
  Ref: (argument) => typeof argument === 'string' || isObject(argument),
  'Fn::Base64': mayBeText,
  'Fn::Cidr': (argument) => list(argument, 2, 3) && argument.every(mayBeText),
  'Fn::FindInMap': (argument) => list(argument, 3, 4) && argument.slice(0, 3).every(mayBeText),
  'Fn::GetAZs': mayBeText,
  'Fn::GetAtt': (argument) =>
    typeof argument === 'string'
      ? /^[^.]+\../.test(argument)
      : list(argument, 2, Number.POSITIVE_INFINITY) &&
        argument.every((part) => part !== '' && mayBeText(part)),
  'Fn::GetStackOutput': isObject,
  'Fn::If': (argument) => list(argument, 3, 3) && typeof argument[0] === 'string',
  'Fn::ImportValue': mayBeText,
  'Fn::Join': (argument) => list(argument, 2, 2) && typeof argument[0] === 'string' && mayBeList(argument[1]),
  'Fn::Select': (argument) => list(argument, 2, 2) && mayBeText(argument[0]) && mayBeList(argument[1]),
  'Fn::Split': (argument) =>
    list(argument, 2, 2) && typeof argument[0] === 'string' && mayBeText(argument[1]),
  'Fn::Sub': (argument) => subParts(argument) !== undefined,
}
