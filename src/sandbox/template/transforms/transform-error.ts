import { validationError } from '../../service-error.ts'

/** What CloudFormation says of a template that a transform cannot make sense of. */
export function transformError(transform: string, problem: string): Error {
  return validationError(`Transform ${transform} failed with: ${problem}`)
}
