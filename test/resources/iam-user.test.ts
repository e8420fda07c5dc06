import { expect } from 'chai'
import { iamUser } from '../../src/index.ts'
import { templateOf } from './template-of.ts'

const upload = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: 'arn:aws:s3:::inbox/*' }],
}

describe('iamUser()', () => {
  it('keeps its key in Secrets Manager, and out of the outputs', () => {
    expect(templateOf(iamUser('Uploader', { policies: { Upload: upload } }))).to.deep.equal({
      AWSTemplateFormatVersion: '2010-09-09',
      Resources: {
        UploaderUser: {
          Type: 'AWS::IAM::User',
          Properties: { Policies: [{ PolicyName: 'Upload', PolicyDocument: upload }] },
        },
        UploaderAccessKey: {
          Type: 'AWS::IAM::AccessKey',
          Properties: { UserName: { Ref: 'UploaderUser' }, Serial: 1 },
        },
        UploaderSecret: {
          Type: 'AWS::SecretsManager::Secret',
          Properties: {
            Description: 'Access key of the user',
            SecretString: {
              'Fn::Sub':
                '{"accessKeyId":"${UploaderAccessKey}","secretAccessKey":"${UploaderAccessKey.SecretAccessKey}"}',
            },
          },
        },
      },
    })
  })
})
