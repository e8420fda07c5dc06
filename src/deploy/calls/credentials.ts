/** Gives credentials, again when they are asked for anew. */
export type AwsCredentialIdentityProvider = (options?: { readonly forceRefresh?: boolean }) => Promise<{
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  readonly expiration?: Date
}>
