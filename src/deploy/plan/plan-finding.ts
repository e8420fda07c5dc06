import type { OperationEvent } from '../calls/client.ts'

/** What CloudFormation's early validation, or a hook, says about a change set before anything runs. */
export interface PlanFinding {
  /** Errors made the change set fail, warnings did not. */
  readonly level: 'error' | 'warning'
  /** CloudFormation's name of the check, for example `NAME_CONFLICT_VALIDATION`, or the hook's type. */
  readonly code: string
  readonly message: string
  readonly logicalId?: string
  /** Below the resource, for example `Properties.BucketName`. */
  readonly path?: string
  /** `file:line` of the code that made the resource. */
  readonly source?: string
  /** What to do, as the hook's author wrote it. */
  readonly hint?: string
}

/** What a hook found and how to put it right. */
export interface HookAnnotation {
  readonly hook: string
  readonly message: string
  readonly remediation?: string
}

/** The findings in a change set's failed events, in the words of CloudFormation and of the hooks' authors. Pure. */
export function planFindings(
  events: readonly OperationEvent[],
  context: {
    readonly sources?: Readonly<Record<string, string>> | undefined
    readonly annotations?: readonly HookAnnotation[]
  } = {},
): readonly PlanFinding[] {
  return events.flatMap((event) => {
    const said = sayingOf(event)
    if (said === undefined) return []
    const { logicalId, path } = placeOf(event)
    const source = logicalId === undefined ? undefined : context.sources?.[logicalId]
    const hint = said.isHook ? remediationFor(said.code, context.annotations ?? []) : undefined
    return [
      {
        level: said.mode === 'WARN' ? 'warning' : 'error',
        code: said.code,
        message: said.message,
        ...(logicalId === undefined ? {} : { logicalId }),
        ...(path === undefined ? {} : { path }),
        ...(source === undefined ? {} : { source }),
        ...(hint === undefined ? {} : { hint }),
      } satisfies PlanFinding,
    ]
  })
}

interface Saying {
  readonly code: string
  readonly message: string
  readonly mode: string | undefined
  readonly isHook: boolean
}

function sayingOf(event: OperationEvent): Saying | undefined {
  const none = 'AWS gave no reason'
  if (event.EventType === 'VALIDATION_ERROR') {
    const { ValidationName, ValidationStatusReason, ValidationFailureMode: mode } = event
    return {
      code: ValidationName ?? 'VALIDATION',
      message: ValidationStatusReason ?? none,
      mode,
      isHook: false,
    }
  }
  if (event.EventType === 'HOOK_INVOCATION_ERROR') {
    const { HookType = 'HOOK', HookStatusReason, HookFailureMode: mode } = event
    return { code: HookType, message: HookStatusReason ?? none, mode, isHook: true }
  }
  if (event.EventType === 'PROVISIONING_ERROR') {
    const { ResourceStatus = 'RESOURCE', ResourceStatusReason } = event
    return { code: ResourceStatus, message: ResourceStatusReason ?? none, mode: 'FAIL', isHook: false }
  }
  return undefined
}

/** A path such as `/Resources/Bucket/Properties/BucketName` names the resource too. */
function placeOf({ LogicalResourceId, ValidationPath }: OperationEvent): {
  readonly logicalId?: string
  readonly path?: string
} {
  const [section, id, ...steps] = ValidationPath?.split('/').filter((step) => step !== '') ?? []
  const inResource = section === 'Resources' && id !== undefined
  const logicalId = LogicalResourceId ?? (inResource ? id : undefined)
  const path = inResource ? steps.join('.') : ValidationPath
  return {
    ...(logicalId === undefined ? {} : { logicalId }),
    ...(path === undefined || path === '' ? {} : { path }),
  }
}

function remediationFor(hook: string, annotations: readonly HookAnnotation[]): string | undefined {
  const found = annotations.filter((one) => one.hook === hook)
  const lines = found.map(({ message, remediation }) =>
    remediation === undefined ? message : message === '' ? remediation : `${message}: ${remediation}`,
  )
  return lines.length === 0 ? undefined : lines.join('\n')
}
