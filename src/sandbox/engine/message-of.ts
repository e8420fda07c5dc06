import { ServiceError } from '../service-error.ts'

/** What AWS says, of an error that is AWS's. Any other is a bug of ours, and goes on. */
export function messageOf(error: unknown): string {
  if (error instanceof ServiceError) return error.message
  throw error
}
