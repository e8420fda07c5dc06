import { CfstackError } from '../../model/error.ts'
import { interruption } from '../interruption.ts'
import type { Output } from '../output.ts'
import { sandboxOptions } from './open-control.ts'
import type { SandboxCommandFlags } from './sandbox-action.ts'

/** Serves the sandbox until Ctrl-C. */
export async function serveSandbox(flags: SandboxCommandFlags, output: Output): Promise<number> {
  const [{ openSandbox }, { serve }] = await Promise.all([
    import('../../sandbox/sandbox.ts'),
    import('../../sandbox/wire/serve.ts'),
  ])
  const options = sandboxOptions(flags)
  const sandbox = openSandbox(options)
  const stops = interruption()
  const onBug = (error: unknown): void =>
    output.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const served = await serve(sandbox, { port: portOf(flags.port), onBug }).catch((error: unknown) => {
    throw new CfstackError(
      'E_PORT',
      `Cannot serve the sandbox at port ${flags.port}: ${(error as Error).message}`,
      {
        hint: 'Give another --port, or 0 for any free one',
        cause: error,
      },
    )
  })
  const state = options.file ?? 'in memory only'
  output.document({ url: served.url, state: options.file ?? null, speed: options.speed })
  output.say(
    [
      `Sandbox at ${served.url}: a model of CloudFormation, nothing reaches AWS. State: ${state}; speed: ${options.speed}`,
      `  export AWS_ENDPOINT_URL=${served.url} AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1`,
      'Ctrl-C ends it',
    ].join('\n'),
  )
  await new Promise((resolve) => stops.signal.addEventListener('abort', resolve, { once: true }))
  stops.close()
  await served.close()
  return 0
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new CfstackError('E_USAGE', `Cannot read the command line: "${text}" is no port`, {
    hint: 'Give a number from 0 to 65535',
  })
}
