import { createHash } from 'node:crypto'
import { awsAddress } from '../calls/aws-address.ts'
import { because } from '../calls/aws-error.ts'
import { signedRequest, type SignedCall, type Signer } from '../calls/signed-request.ts'

/** The bucket that is offered when the settings name none. */
export function offeredBucket(account: string, region: string): string {
  return `cfstack-templates-${account}-${region}`
}

/** True when the bucket is there and belongs to the account; throws when it is somebody else's. */
export async function hasBucket(signer: Signer, bucket: string, account: string): Promise<boolean> {
  try {
    await signedRequest(signer, request(signer, 'HEAD', bucket, { account }))
    return true
  } catch (error) {
    if ((error as Error).name === 'NotFound' || (error as Error).name === 'NoSuchBucket') return false
    return because(`use bucket "${bucket}" of account ${account}`)(error)
  }
}

/** Makes a bucket that nobody but its account can read, encrypted. */
export async function createBucket(signer: Signer, bucket: string, account: string): Promise<void> {
  const { region } = signer
  const place =
    region === 'us-east-1'
      ? ''
      : `<CreateBucketConfiguration xmlns="${s3Namespace}"><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`
  const put = (query: string, body: string) =>
    signedRequest(
      signer,
      request(signer, 'PUT', bucket, { query, body, ...(query === '' ? {} : { account }) }),
    )
  try {
    await put('', place)
    await put(
      '?publicAccessBlock',
      `<PublicAccessBlockConfiguration xmlns="${s3Namespace}"><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls>` +
        '<BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>',
    )
    await put(
      '?encryption',
      `<ServerSideEncryptionConfiguration xmlns="${s3Namespace}"><Rule><ApplyServerSideEncryptionByDefault>` +
        '<SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
    )
  } catch (error) {
    because(`create bucket "${bucket}"`)(error)
  }
}

/** Puts a template under the name of its content, when it is not there yet, and gives the address for CloudFormation. */
export async function uploadTemplate(
  signer: Signer,
  bucket: string,
  { text, account }: { readonly text: string; readonly account: string },
): Promise<string> {
  const key = `cfstack/${createHash('sha256').update(text).digest('hex')}.template`
  const address = request(signer, 'HEAD', bucket, { account, key })
  const isThere = await signedRequest(signer, address).then(
    () => true,
    // Without the permission to list, S3 says 403 for what is not there.
    () => false,
  )
  if (!isThere)
    await signedRequest(signer, request(signer, 'PUT', bucket, { account, key, body: text })).catch(
      because(`upload the template to bucket "${bucket}"`),
    )
  return address.url
}

const s3Namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

/** Another address than AWS's, and names with dots, do not work as part of the host's name. */
function request(
  { region }: Signer,
  method: SignedCall['method'],
  bucket: string,
  part: { readonly account?: string; readonly key?: string; readonly query?: string; readonly body?: string },
): SignedCall {
  const { account, key = '', query = '', body } = part
  const { url, own } = awsAddress('s3', region)
  const base = own || bucket.includes('.') ? `${url}/${bucket}` : url.replace('://', `://${bucket}.`)
  const hash = createHash('sha256')
    .update(body ?? '')
    .digest('hex')
  return {
    service: 's3',
    method,
    url: `${base}/${key}${query}`,
    headers: {
      'x-amz-content-sha256': hash,
      ...(account === undefined ? {} : { 'x-amz-expected-bucket-owner': account }),
    },
    ...(body === undefined || body === '' ? {} : { body }),
  }
}
