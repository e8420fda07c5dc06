import { CfstackError } from '../../model/error.ts'
import { createBucket, hasBucket, offeredBucket, uploadTemplate } from '../template/template-bucket.ts'
import type { Connection } from '../calls/connection.ts'
import type { StackDeployment } from './deployment.ts'

/** Uploads a template that is too large for the call to the settings' bucket, or to one that is offered; gives its address. */
export async function upload(deployment: StackDeployment, text: string, bytes: number): Promise<string> {
  const { connection, host, target } = deployment
  const { stackName, settings } = target
  if (connection === undefined) throw noBucket(deployment, bytes, 'Set templateBucket in the stack settings')
  const signer = await connection.signer()
  const account = await connection.identify()
  const bucket = settings.templateBucket ?? offeredBucket(account, signer.region)
  if (!(await hasBucket(signer, bucket, account))) await make(deployment, { bucket, account, bytes, signer })
  host.say(`The template of stack "${stackName}" has ${bytes} bytes: it goes to bucket "${bucket}"`)
  return uploadTemplate(signer, bucket, { text, account })
}

async function make(
  deployment: StackDeployment,
  place: {
    readonly bucket: string
    readonly account: string
    readonly bytes: number
    readonly signer: Awaited<ReturnType<Connection['signer']>>
  },
): Promise<void> {
  const { choices, host, signal, target } = deployment
  const { bucket, account, bytes, signer } = place
  const answer =
    choices.createBucket === true
      ? 'create'
      : host.interactive
        ? await host.choose(
            {
              text: `The template of stack "${target.stackName}" has ${bytes} bytes, and there is no bucket "${bucket}" for it.`,
              answers: { create: 'make it: private, encrypted, in this account' },
            },
            signal,
          )
        : undefined
  if (answer === undefined)
    throw noBucket(
      deployment,
      bytes,
      `Add --create-bucket to make bucket "${bucket}", or set templateBucket in the stack settings`,
    )
  await createBucket(signer, bucket, account)
  host.say(`Made bucket "${bucket}"`)
}

function noBucket({ target }: StackDeployment, bytes: number, hint: string): CfstackError {
  return new CfstackError(
    'E_TEMPLATE_SIZE',
    `Cannot send the template of stack "${target.stackName}": it has ${bytes} bytes and there is no bucket for it`,
    { hint },
  )
}
