import { openSandbox } from '../../src/sandbox/sandbox.ts'
import { serve } from '../../src/sandbox/wire/serve.ts'

/** A sandbox without waiting times, over HTTP. */
export async function startSandbox(): Promise<{ url: string; stop(): Promise<void> }> {
  const { url, close } = await serve(openSandbox({ seed: 'conformance', region: 'eu-central-1' }))
  return { url, stop: close }
}
