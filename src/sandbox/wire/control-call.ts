import { CfstackError } from '../../model/error.ts'
import type { Control, ResourceName, StoredValue } from '../control.ts'
import type { Fault, JsonObject, WorldSettings } from '../world.ts'
import { addressOf, textOf, type SandboxRequest, type SandboxResponse } from './http.ts'

/** Answers a call below `/_sandbox/`; undefined for any other. Input and output are JSON. */
export function controlCall(control: Control, request: SandboxRequest): SandboxResponse | undefined {
  const { pathname } = addressOf(request)
  if (!pathname.startsWith('/_sandbox/')) return undefined
  const name = `${request.method} ${pathname.slice('/_sandbox/'.length)}`
  const run = Object.hasOwn(calls, name) ? calls[name] : undefined
  if (run === undefined) return json(404, { message: `There is no ${name}`, calls: Object.keys(calls) })
  try {
    return json(200, run(control, JSON.parse(textOf(request) || '{}') as Input) ?? {})
  } catch (error) {
    if (error instanceof CfstackError || error instanceof SyntaxError)
      return json(400, { message: error.message })
    throw error
  }
}

type Input = JsonObject & ResourceName

const calls: Readonly<Record<string, (control: Control, input: Input) => unknown>> = {
  'GET world': (control) => control.world(),
  'GET faults': (control) => ({ faults: control.world().faults }),
  'POST faults': (control, input) => control.addFault(faultOf(input)),
  'DELETE faults': (control) => ({ faults: control.clearFaults() }),
  'POST advance': (control, { seconds }) =>
    seconds === undefined ? control.settle() : control.advance(Number(seconds) * 1000),
  'POST resource': (control, { stack, logicalId, properties }) =>
    control.changeResource({ stack, logicalId }, properties as JsonObject),
  'DELETE resource': (control, { stack, logicalId }) => control.removeResource({ stack, logicalId }),
  'POST parameter': (control, input) => control.putParameter(input as unknown as StoredValue),
  'POST secret': (control, input) => control.putSecret(input as unknown as StoredValue),
  'POST settings': (control, { signals }) => control.setSignals(signals as WorldSettings['signals']),
  'POST reset': (control) => control.reset(),
}

const kinds = ['fail', 'slow', 'throttle', 'stale']
const moments = ['create', 'update', 'delete', 'rollback', undefined]

function faultOf(input: JsonObject): Fault {
  const { kind, on } = input as unknown as Fault
  if (!kinds.includes(kind)) throw refused(`"kind" is ${String(kind)}, expected one of ${kinds.join(', ')}`)
  if (!moments.includes(on))
    throw refused(`"on" is ${String(on)}, expected create, update, delete or rollback`)
  return input as unknown as Fault
}

function refused(state: string): CfstackError {
  return new CfstackError('E_SANDBOX_CALL', `Cannot read the call: ${state}`)
}

function json(status: number, body: unknown): SandboxResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
