/** Regions whose zones, for an account made now, are not a, b and c. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html */
const letters: { readonly [region: string]: string } = {
  'ap-northeast-1': 'acd',
  'ap-northeast-2': 'abcd',
  'ca-central-1': 'abd',
  'cn-north-1': 'abcd',
  'us-east-1': 'abcdef',
  'us-west-1': 'ac',
  'us-west-2': 'abcd',
}

/** The availability zones of a region, for example `eu-west-1a`. */
export function availabilityZones(region: string): readonly string[] {
  return [...(letters[region] ?? 'abc')].map((letter) => `${region}${letter}`)
}
