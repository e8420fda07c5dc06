import type { SandboxRequest } from './http.ts'

/** Whether an action only reads. */
export function isRead(action: string): boolean {
  return /^(Describe|List|Get|Validate|Estimate)/.test(action)
}

/** Whether a call may change the world by itself. */
export function changesWorld({
  action,
  service,
  request,
}: {
  readonly action: string
  readonly service: string
  readonly request: SandboxRequest
}): boolean {
  if (service === 's3') return !['GET', 'HEAD'].includes(request.method)
  const target = request.headers['x-amz-target']?.split('.')[1]
  return service !== 'sts' && !isRead(target ?? action)
}
