import { validationError } from '../../service-error.ts'

/** What CloudFormation says of a function whose argument is not of the form that it needs. */
const texts = {
  Ref: 'Template format error: All Ref references must be of type string',
  'Fn::Base64': 'Template error: every Fn::Base64 object must have a String-typed value.',
  'Fn::Cidr':
    'Template error: every Fn::Cidr object requires two or three parameters: an ipBlock, a count and optionally cidrBits',
  'Fn::FindInMap':
    'Template error: every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value',
  'Fn::GetAZs': 'Template error: every Fn::GetAZs object must have a String-typed value.',
  'Fn::GetAtt':
    'Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
  'Fn::GetStackOutput': 'Template error: every Fn::GetStackOutput object requires StackName and OutputName',
  'Fn::If': 'Template error: Fn::If requires a list argument with three elements',
  'Fn::ImportValue':
    'Template error: the attribute in Fn::ImportValue must be a string or a function that returns a string',
  'Fn::Join':
    'Template error: every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.',
  'Fn::Select':
    'Template error: Fn::Select requires a list argument with two elements: an integer index and a list',
  'Fn::Split':
    'Template error: every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.',
  'Fn::Sub':
    "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string",
} as const

/** Functions whose form is judged. */
export type JudgedFunction = keyof typeof texts

/** The error for a malformed call of a function. */
export function malformedCall(name: JudgedFunction): Error {
  return validationError(texts[name])
}
