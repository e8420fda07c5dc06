import type { ConnectionOptions } from '../../deploy/calls/connection.ts'
import type { DeploySettings } from '../../deploy/template/request.ts'
import { CfstackError } from '../../model/error.ts'
import type { View } from '../progress/view.ts'
import type { SandboxFlags } from '../sandbox/sandbox-flags.ts'
import { standInOf } from '../sandbox/stand-in-of.ts'
import { ask, isInteractive } from '../prompt.ts'
import { sayRetries } from './say-retries.ts'

/** The flags that say where. */
export interface WhereFlags extends SandboxFlags {
  readonly region: string | undefined
  readonly profile: string | undefined
}

/** Where and as whom: flags win over the environment, that over the settings. */
export function connectionOptions(
  argv: WhereFlags,
  settings: DeploySettings,
  { view, signal }: { readonly view: View; readonly signal: AbortSignal },
): ConnectionOptions {
  const shared = { role: settings.deployRole, onRetry: sayRetries((text) => view.say(text)) }
  if (argv.sandbox) {
    const { AWS_REGION, AWS_DEFAULT_REGION } = process.env
    return {
      ...shared,
      region: argv.region ?? settings.region ?? (AWS_REGION || AWS_DEFAULT_REGION || 'us-east-1'),
      standIn: standInOf(argv, settings.account),
      askCode: async () => '000000',
    }
  }
  const { AWS_PROFILE, AWS_ACCESS_KEY_ID } = process.env
  const hasOwn = Boolean(AWS_PROFILE) || Boolean(AWS_ACCESS_KEY_ID)
  return {
    ...shared,
    region: argv.region ?? settings.region,
    profile: argv.profile ?? (hasOwn ? undefined : settings.profile),
    askCode: (serial) => askCode(serial, view, signal),
  }
}

async function askCode(serial: string, view: View, signal: AbortSignal): Promise<string> {
  const refuse = (state: string): CfstackError =>
    new CfstackError('E_MFA', `Cannot get a code of MFA device "${serial}": ${state}`, {
      hint: 'Run this on a terminal, or with credentials that need no code',
    })
  if (!isInteractive()) throw refuse('there is no terminal')
  view.pause()
  try {
    const code = await ask(`Code of MFA device ${serial}: `, { signal })
    if (code === undefined || code.trim() === '') throw refuse('none was given')
    return code.trim()
  } finally {
    view.resume()
  }
}
