import { expect } from 'chai'
import { validate } from '../../../src/validate/validate.ts'
import { itFinds, one } from '../finds.ts'

const subnet = (more: object): object =>
  one('AWS::EC2::Subnet', { VpcId: 'vpc-12345678', CidrBlock: '10.0.0.0/24', ...more })
const vpc = (more: object): object => one('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16', ...more })
const topic = (more: object): object => one('AWS::SNS::Topic', more)
const queue = (more: object): object => one('AWS::SQS::Queue', more)
const tags = (...Tags: readonly object[]): object => topic({ Tags })
const instance = (more: object): object => one('AWS::EC2::Instance', { ImageId: 'ami-12345678', ...more })
const database = (more: object): object =>
  one('AWS::RDS::DBInstance', {
    AllocatedStorage: '20',
    ManageMasterUserPassword: true,
    MasterUsername: 'root',
    StorageEncrypted: true,
    ...more,
  })
const ingress = (more: object): object => one('AWS::EC2::SecurityGroupIngress', { IpProtocol: '-1', ...more })
const two = (type: string, first: object, second: object, others: object = {}): object => ({
  Resources: { A: { Type: type, Properties: first }, B: { Type: type, Properties: second } },
  ...others,
})
const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::a/*' }
const policy = { PolicyName: 'a', PolicyDocument: { Version: '2012-10-17', Statement: [statement] } }
const parameter = (value: object): object => ({ Parameters: { P: { Type: 'String', ...value } } })
const ref = { Ref: 'P' }
const layer = (more: object): object =>
  one('AWS::Lambda::LayerVersion', { Content: { S3Bucket: 'bucket', S3Key: 'a' }, ...more })

describe('the checks of properties', () => {
  itFinds([
    ['E3002', vpc({ CidrBlock: '10.0.0.1/16' }), vpc({ CidrBlock: '10.0.0.0/16' })],
    ['E3002', vpc({ CidrBloc: 'a' }), vpc({ CidrBlock: { 'Fn::Transform': { Name: 'M' } } })],
    ['E3012', vpc({ EnableDnsSupport: 'yes' }), vpc({ EnableDnsSupport: 'TRUE' })],
    [
      'E3012',
      topic({ TopicName: { 'Rain::Embed': 'a' } }),
      topic({ TopicName: { 'Fn::Sub': 'a-${AWS::Region}' } }),
    ],
    [
      'E3014',
      ingress({ CidrIp: '10.0.0.0/8', SourceSecurityGroupId: 'sg-12345678' }),
      ingress({ CidrIp: '10.0.0.0/8' }),
    ],
    [
      'E3018',
      one('AWS::CloudFormation::StackSet', { StackSetName: 'a', PermissionModel: 'SELF_MANAGED' }),
      one('AWS::CloudFormation::StackSet', {
        StackSetName: 'a',
        PermissionModel: 'SELF_MANAGED',
        TemplateBody: '{}',
      }),
    ],
    ['E3017', one('AWS::IAM::Policy', policy), one('AWS::IAM::Policy', { ...policy, Roles: ['a'] })],
    [
      'E3020',
      subnet({ AvailabilityZone: { Ref: 'AWS::Region' }, AvailabilityZoneId: 'use1-az1' }),
      subnet({ AvailabilityZoneId: 'use1-az1' }),
    ],
    ['E3021', subnet({ Ipv6IpamPoolId: 'a' }), subnet({ Ipv6IpamPoolId: 'a', Ipv6NetmaskLength: 64 })],
    ['E3058', one('AWS::EC2::Subnet', { VpcId: 'vpc-12345678' }), subnet({})],
    ['E3030', vpc({ InstanceTenancy: 'shared' }), vpc({ InstanceTenancy: 'default' })],
    [
      'E3031',
      one('AWS::Lambda::Permission', { Action: 'invoke', FunctionName: 'a', Principal: 'b' }),
      one('AWS::Lambda::Permission', {
        Action: 'lambda:InvokeFunction',
        FunctionName: 'a',
        Principal: 'sns.amazonaws.com',
      }),
    ],
    [
      'E3032',
      one('AWS::IAM::InstanceProfile', { Roles: ['a', 'b'] }),
      one('AWS::IAM::InstanceProfile', { Roles: ['a', { Ref: 'AWS::NoValue' }] }),
    ],
    [
      'E3033',
      one('AWS::Route53::HostedZone', { Name: 'a'.repeat(1025) }),
      one('AWS::Route53::HostedZone', { Name: 'example.com' }),
    ],
    ['E3034', queue({ DelaySeconds: 901 }), queue({ DelaySeconds: '900' })],
    [
      'E3037',
      one('AWS::IAM::User', { ManagedPolicyArns: [{ Ref: 'AWS::StackId' }, { Ref: 'AWS::StackId' }] }),
      one('AWS::IAM::User', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }),
    ],
    [
      'E1150',
      ingress({ CidrIp: '10.0.0.0/8', GroupId: 'web' }),
      ingress({ CidrIp: '10.0.0.0/8', GroupId: 'sg-12345678' }),
    ],
    ['E1151', subnet({ VpcId: 'main' }), subnet({ VpcId: { 'Fn::ImportValue': 'a' } })],
    ['E1152', instance({ ImageId: 'ubuntu' }), instance({ ImageId: '{{resolve:ssm:/image}}' })],
    ['E1154', instance({ SubnetId: 'a' }), instance({ SubnetId: 'subnet-12345678' })],
    [
      'E1161',
      one('AWS::S3::Bucket', { BucketName: 'My_Bucket' }),
      one('AWS::S3::Bucket', { BucketName: 'my-bucket' }),
    ],
    [
      'E3019',
      two('AWS::S3::Bucket', { BucketName: 'one-name' }, { BucketName: 'one-name' }),
      two('AWS::S3::Bucket', { BucketName: 'one-name' }, { BucketName: 'other-name' }),
    ],
    ['E3024', tags({ Key: 'aws:a', Value: 'b' }), tags({ Key: 'Aws', Value: 'b' })],
    [
      'E3024',
      tags({ Key: 'a', Value: 'b' }, { Key: 'a', Value: 'c' }),
      tags({ Key: 'a', Value: 'b' }, { Key: 'A', Value: 'c' }),
    ],
    ['E3040', vpc({ VpcId: 'vpc-12345678' }), vpc({})],
    ['E3710', one('AWS::OpsWorks::App', { Name: 'a', StackId: 'b', Type: 'static' }), topic({})],
    ['E3628', instance({ InstanceType: 't3.micron' }), instance({ InstanceType: 't3.micro' })],
    [
      'E3025',
      database({ Engine: 'MySQL', DBInstanceClass: 'db.t3.nano' }),
      database({ Engine: 'MySQL', DBInstanceClass: 'db.t3.micro' }),
    ],
    [
      'E3062',
      database({ Engine: 'mysql', EngineVersion: '8.4.3', DBInstanceClass: 'db.t2.micro' }),
      database({ Engine: 'mysql', EngineVersion: '8.4.3', DBInstanceClass: 'db.t3.micro' }),
    ],
    [
      'W1030',
      { ...subnet({ CidrBlock: ref }), ...parameter({ Default: '10.0.0.1/24' }) },
      { ...subnet({ CidrBlock: ref }), ...parameter({ Default: '10.0.0.0/24' }) },
    ],
    [
      'W2030',
      { ...vpc({ InstanceTenancy: ref }), ...parameter({ AllowedValues: ['default', 'shared'] }) },
      { ...vpc({ InstanceTenancy: ref }), ...parameter({ AllowedValues: ['default', 'dedicated'] }) },
    ],
    ['E3012', topic({ DisplayName: { Condition: 'C' } }), topic({ DisplayName: 'Condition' })],
    [
      'W1035',
      vpc({ CidrBlock: { 'Fn::Select': [1, { 'Fn::Split': [',', '10.0.0.0/16,10.0.0.1/8'] }] } }),
      vpc({ CidrBlock: { 'Fn::Select': ['0', ['10.0.0.0/16', '10.0.0.1/8']] } }),
    ],
    [
      'W1033',
      layer({ CompatibleArchitectures: { 'Fn::Split': [',', 'arm64,arm32'] } }),
      layer({ CompatibleArchitectures: { 'Fn::Split': [',', 'arm64,x86_64'] } }),
    ],
    [
      'W1034',
      {
        ...vpc({ CidrBlock: { 'Fn::FindInMap': ['M', 'a', 'b'] } }),
        Mappings: { M: { a: { b: '10.0.0.1/8' } } },
      },
      {
        ...vpc({ CidrBlock: { 'Fn::FindInMap': ['M', 'a', 'b'] } }),
        Mappings: { M: { a: { b: '10.0.0.0/16' } } },
      },
    ],
    [
      'W1032',
      vpc({ CidrBlock: { 'Fn::Join': ['.', ['10', '0', '0', '1/16']] } }),
      vpc({ CidrBlock: { 'Fn::Join': ['.', ['10', '0', '0', '0/16']] } }),
    ],
  ])

  it('looks at the types and values of every region of the template', () => {
    const template = {
      Resources: {
        A: { Type: 'AWS::EC2::Instance', Properties: { ImageId: 'ami-12345678', InstanceType: 'm1.small' } },
        B: { Type: 'AWS::GroundStation::Config', Properties: { Name: 'a', ConfigData: {} } },
      },
    }
    const found = (...regions: readonly string[]): readonly string[] =>
      validate(template, { regions })
        .filter(({ code }) => code === 'E3006' || code === 'E3628')
        .map(({ message }) => message)
    expect(found('us-east-1')).to.deep.equal([])
    expect(found('us-east-1', 'il-central-1')).to.deep.equal([
      'The resource type "AWS::GroundStation::Config" does not exist in il-central-1',
      '"m1.small" is no EC2 instance type of il-central-1',
    ])
  })

  it('takes a default as it is where conditions keep it away', () => {
    const guarded = (condition: object): object => ({
      Parameters: { P: { Type: 'Number', Default: 0 } },
      Conditions: { Given: condition },
      ...queue({
        DelaySeconds: 1,
        VisibilityTimeout: { 'Fn::If': ['Given', ref, 30] },
        MaximumMessageSize: { 'Fn::If': ['Given', ref, 2048] },
      }),
    })
    const codes = (template: object): readonly string[] => validate(template).map(({ code }) => code)
    expect(codes(guarded({ 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] }))).to.deep.equal(['W1030'])
    expect(codes(guarded({ 'Fn::Not': [{ 'Fn::Equals': [ref, '0'] }] }))).to.deep.equal([])
  })

  it('says why one of several forms does not fit, at the place of each reason', () => {
    const found = validate(one('AWS::IAM::Policy', policy)).map(({ code, path, hint }) => [
      code,
      path.join('/'),
      hint,
    ])
    expect(found).to.deep.equal([
      ['E3017', 'Resources/A/Properties', 'Possible: with "Users"; with "Groups"; with "Roles"'],
      ['E3003', 'Resources/A/Properties', 'This is why one of the possible forms does not fit'],
    ])
  })

  it('decides a choice only when all that it looks at is known', () => {
    const open = { StackSetName: 'a', PermissionModel: 'SELF_MANAGED', TemplateURL: ref }
    const isProd = { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] }
    const either = { 'Fn::If': ['Prod', '{}', { Ref: 'AWS::NoValue' }] }
    const codes = (more: object): readonly string[] =>
      validate({
        ...parameter({}),
        Conditions: { Prod: isProd },
        ...one('AWS::CloudFormation::StackSet', { ...open, ...more }),
      }).flatMap(({ code, level }) => (level === 'error' ? [code] : []))
    expect(codes({ TemplateBody: { Ref: 'AWS::NoValue' } })).to.deep.equal([])
    expect(codes({ TemplateBody: either })).to.deep.equal(['E3018'])
  })
})
