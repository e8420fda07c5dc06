import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/wire/serve.ts'

/** A sandbox without waiting times, over HTTP. No instance signals by itself: the cases that are about signals send them. */
export async function startSandbox(): Promise<{ url: string; stop(): Promise<void> }> {
  const sandbox = openSandbox({ seed: 'conformance', region: 'eu-central-1' })
  sandbox.control.setSignals('awaited')
  const { url, close } = await serve(sandbox)
  return { url, stop: close }
}
