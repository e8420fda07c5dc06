import { expect } from 'chai'
import { logBucket } from '../../src/index.ts'
import { propertiesOf, refusalOf, templateOf } from './template-of.ts'

/** Typed from AWS's page on access logs of classic load balancers. */
const accounts = {
  'us-east-1': '127311923021',
  'us-west-2': '797873946194',
  'us-west-1': '027434742980',
  'eu-west-1': '156460612806',
  'eu-central-1': '054676820928',
  'ap-southeast-1': '114774131450',
  'ap-northeast-1': '582318560864',
  'ap-southeast-2': '783225319266',
  'ap-northeast-2': '600734575887',
  'sa-east-1': '507241528517',
  'us-gov-west-1': '048591011584',
  'cn-north-1': '638102146993',
}

describe('logBucket()', () => {
  it('is private, encrypted, kept, and never expires by itself', () => {
    const bucket = templateOf(logBucket('Logs')).Resources['LogsBucket']
    expect(bucket).to.deep.equal({
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        LifecycleConfiguration: { Rules: [{ Id: 'ExpireLogs', Status: 'Disabled', ExpirationInDays: 30 }] },
      },
    })
  })

  it('expires logs when asked to', () => {
    const made = logBucket('Logs', { expire: true, expireAfterDays: 90 })
    expect(propertiesOf(made, 'LogsBucket')['LifecycleConfiguration'].Rules).to.deep.equal([
      { Id: 'ExpireLogs', Status: 'Enabled', ExpirationInDays: 90 },
    ])
    expect(refusalOf(() => logBucket('Logs', { expireAfterDays: 0 }))).to.equal(
      'E_OPTION Cannot make log bucket "Logs" with this expireAfterDays: it is 0, expected a whole number from 1 to 36500',
    )
  })

  it('knows the account that writes in each region, and that newer regions have none', () => {
    const { Mappings, Conditions } = templateOf(logBucket('Logs'))
    const table = Mappings?.['LogsLoadBalancerAccounts'] as Record<string, { Account: string }>
    for (const [region, account] of Object.entries(accounts))
      expect(table[region]?.Account, region).to.equal(account)
    expect(table['ap-southeast-7']?.Account).to.equal('')
    expect(Conditions).to.have.property('LogsWrittenByAccount')
  })

  it('lets load balancers write for this account only, and nobody in without TLS', () => {
    const [write, tls] = propertiesOf(logBucket('Logs'), 'LogsBucketPolicy')['PolicyDocument'].Statement
    expect(write.Resource).to.deep.equal([
      { 'Fn::Sub': '${LogsBucket.Arn}/AWSLogs/${AWS::AccountId}/*' },
      { 'Fn::Sub': '${LogsBucket.Arn}/*/AWSLogs/${AWS::AccountId}/*' },
    ])
    expect(write.Principal['Fn::If'][2]).to.deep.equal({
      Service: 'logdelivery.elasticloadbalancing.amazonaws.com',
    })
    expect([tls.Effect, tls.Condition]).to.deep.equal(['Deny', { Bool: { 'aws:SecureTransport': 'false' } }])
  })
})
