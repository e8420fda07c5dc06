import type { ConnectionOptions } from '../../deploy/calls/connection.ts'
import type { DeploySettings } from '../../deploy/template/request.ts'
import { CfstackError } from '../../model/error.ts'
import type { View } from '../progress/view.ts'
import { ask, isInteractive } from '../prompt.ts'
import { sayRetries } from './say-retries.ts'

/** Where and as whom: flags win over the environment, that over the settings. */
export function connectionOptions(
  argv: { readonly region: string | undefined; readonly profile: string | undefined },
  settings: DeploySettings,
  { view, signal }: { readonly view: View; readonly signal: AbortSignal },
): ConnectionOptions {
  const { AWS_PROFILE, AWS_ACCESS_KEY_ID } = process.env
  const hasOwn = Boolean(AWS_PROFILE) || Boolean(AWS_ACCESS_KEY_ID)
  return {
    region: argv.region ?? settings.region,
    profile: argv.profile ?? (hasOwn ? undefined : settings.profile),
    role: settings.deployRole,
    onRetry: sayRetries((text) => view.say(text)),
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
