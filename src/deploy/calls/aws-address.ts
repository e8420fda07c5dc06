/** Domains of the partitions whose regions begin with these words; all others are in `amazonaws.com`. */
const domains: readonly (readonly [string, string])[] = [
  ['cn-', 'amazonaws.com.cn'],
  ['us-iso-', 'c2s.ic.gov'],
  ['us-isob-', 'sc2s.sgov.gov'],
  ['us-isof-', 'csp.hci.ic.gov'],
  ['eu-isoe-', 'cloud.adc-e.uk'],
  ['eusc-', 'amazonaws.eu'],
]

/** Where a service of a region is; `own` when the environment names another address for it, as `AWS_ENDPOINT_URL` does. */
export function awsAddress(
  service: 's3' | 'sts' | 'ec2' | 'ssm',
  region: string,
): { readonly url: string; readonly own: boolean } {
  const { env } = process
  const own = env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ?? env['AWS_ENDPOINT_URL']
  if (own !== undefined && own !== '') return { url: own.replace(/\/$/, ''), own: true }
  const domain = domains.find(([start]) => region.startsWith(start))?.[1] ?? 'amazonaws.com'
  return { url: `https://${service}.${region}.${domain}`, own: false }
}
