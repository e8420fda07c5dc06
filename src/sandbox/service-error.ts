/** An error that an AWS API answers with. */
export class ServiceError extends Error {
  readonly code: string
  readonly status: number
  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** What CloudFormation says of bad input. */
export function validationError(message: string): ServiceError {
  return new ServiceError('ValidationError', message)
}
