/** The few calls to other services that cases need. */
export interface Neighbours {
  /** Puts an object into a bucket, which is made if it has to be; gives the address that CloudFormation reads it from. */
  putObject(bucket: string, key: string, body: string): Promise<string>
  putParameter(name: string, type: 'String' | 'StringList' | 'SecureString', value: string): Promise<void>
  putSecret(name: string, value: string): Promise<void>
}

/** How addresses of objects are written: with the bucket in the host's name or in the path. */
export type Addresses = 'host' | 'path'

/** Calls without a client of their own: emulators tell services apart by the scope of the credentials. */
export function neighbours(
  url: string,
  { account, addresses, region }: { region: string; account: string; addresses: Addresses },
): Neighbours {
  const send = async (
    service: string,
    path: string,
    method: string,
    body: string,
    target?: string,
  ): Promise<void> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      body,
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260102/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`,
        ...(target === undefined
          ? {}
          : { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' }),
      },
    })
    if (!answer.ok && answer.status !== 409)
      throw new Error(`${service} answered ${answer.status}: ${await answer.text()}`)
  }
  return {
    putObject: async (bucket, key, body) => {
      await send('s3', `/${bucket}`, 'PUT', configuration(region))
      await send('s3', `/${bucket}/${key}`, 'PUT', body)
      return addresses === 'host'
        ? `https://${bucket}.s3.${region}.amazonaws.com/${key}`
        : `https://s3.${region}.amazonaws.com/${bucket}/${key}`
    },
    putParameter: (name, type, value) =>
      send(
        'ssm',
        '/',
        'POST',
        JSON.stringify({ Name: name, Type: type, Value: value, Overwrite: true }),
        'AmazonSSM.PutParameter',
      ),
    putSecret: (name, value) =>
      send(
        'secretsmanager',
        '/',
        'POST',
        JSON.stringify({ Name: name, SecretString: value, ClientRequestToken: crypto.randomUUID() }),
        'secretsmanager.CreateSecret',
      ),
  }
}

const configuration = (region: string): string =>
  `<CreateBucketConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`
