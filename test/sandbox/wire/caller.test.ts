import { expect } from 'chai'
import { callerOf, roleCredentials } from '../../../src/sandbox/wire/caller.ts'

const defaults = { account: '123456789012', region: 'us-east-1' }

describe('callerOf()', () => {
  const call = (key: string, { region = 'eu-west-1', token = '' } = {}) =>
    callerOf(
      {
        method: 'POST',
        url: '/',
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/${region}/cloudformation/aws4_request, SignedHeaders=host, Signature=0`,
          'x-amz-security-token': token,
        },
      },
      defaults,
    )

  it('takes a key of twelve digits for an account', () => {
    expect(call('111122223333')).to.deep.equal({
      place: { account: '111122223333', region: 'eu-west-1', partition: 'aws' },
      service: 'cloudformation',
      arn: 'arn:aws:iam::111122223333:user/sandbox',
      userId: 'AIDASANDBOXSANDBOXSB',
    })
  })

  it('takes any other key for the default account, and knows partitions', () => {
    const { place, arn } = call('AKIAEXAMPLE', { region: 'cn-north-1' })
    expect(place).to.deep.equal({ account: '123456789012', region: 'cn-north-1', partition: 'aws-cn' })
    expect(arn).to.equal('arn:aws-cn:iam::123456789012:user/sandbox')
  })

  it('knows the caller of an assumed role', () => {
    const { key, token } = roleCredentials('999988887777', 'deploy', 'session-1')
    const { place, arn } = call(key, { token })
    expect(place.account).to.equal('999988887777')
    expect(arn).to.equal('arn:aws:sts::999988887777:assumed-role/deploy/session-1')
  })

  it('gives unsigned calls the defaults', () => {
    const { place, service } = callerOf({ method: 'GET', url: '/', headers: {} }, defaults)
    expect({ place, service }).to.deep.equal({ place: { ...defaults, partition: 'aws' }, service: undefined })
  })
})
