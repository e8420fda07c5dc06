import type { AttributeShape } from '../../../src/sandbox/types/resource-shape.ts'

/**
 * What `Fn::GetAtt` yields for common types, as forms of `fillForm()`; properties of the same name, identifiers and ARNs follow by rule
 * (`attributeOf()`). A list is a list of forms.
 */
export const attributes: {
  readonly [type: string]: { readonly [name: string]: AttributeShape }
} = {
  'AWS::ApiGateway::RestApi': { RootResourceId: '{lower:10}' },
  'AWS::ApiGatewayV2::Api': { ApiEndpoint: 'https://{id}.execute-api.{region}.{suffix}' },
  'AWS::CloudFront::Distribution': { DomainName: 'd{lower:13}.cloudfront.net' },
  'AWS::CloudFront::CloudFrontOriginAccessIdentity': { S3CanonicalUserId: '{hex:96}' },
  'AWS::Cognito::UserPool': {
    ProviderName: 'cognito-idp.{region}.{suffix}/{id}',
    ProviderURL: 'https://cognito-idp.{region}.{suffix}/{id}',
  },
  'AWS::DocDB::DBCluster': {
    ClusterResourceId: 'cluster-{upper:26}',
    Endpoint: '{id}.cluster-{home}.{region}.docdb.{suffix}',
    ReadEndpoint: '{id}.cluster-ro-{home}.{region}.docdb.{suffix}',
    Port: '{Port|27017}',
  },
  'AWS::DocDB::DBInstance': { Endpoint: '{id}.{home}.{region}.docdb.{suffix}', Port: '27017' },
  'AWS::DynamoDB::Table': {
    Arn: 'arn:{partition}:dynamodb:{region}:{account}:table/{id}',
    StreamArn: 'arn:{partition}:dynamodb:{region}:{account}:table/{id}/stream/{isoTime}',
  },
  'AWS::EC2::EIP': { AllocationId: 'eipalloc-{hex:17}', PublicIp: '{id}' },
  'AWS::EC2::Instance': {
    AvailabilityZone: '{AvailabilityZone|zone}',
    InstanceId: '{id}',
    PrivateDnsName: 'ip-{dashedPrivateAddress}.{region}.compute.internal',
    PrivateIp: '{PrivateIpAddress|privateAddress}',
    PublicDnsName: 'ec2-{dashedPublicAddress}.{region}.compute.{suffix}',
    PublicIp: '{publicAddress}',
    VpcId: 'vpc-{hex:17}',
  },
  'AWS::EC2::LaunchTemplate': {
    LaunchTemplateId: '{id}',
    DefaultVersionNumber: '1',
    LatestVersionNumber: '1',
  },
  'AWS::EC2::NatGateway': { NatGatewayId: '{id}', EniId: 'eni-{hex:17}' },
  'AWS::EC2::NetworkInterface': { PrimaryPrivateIpAddress: '{PrivateIpAddress|privateAddress}' },
  'AWS::EC2::SecurityGroup': { GroupId: '{id}', Id: '{id}', GroupName: '{GroupName|madeName}' },
  'AWS::EC2::Subnet': {
    AvailabilityZone: '{AvailabilityZone|zone}',
    AvailabilityZoneId: '{AvailabilityZoneId|zoneId}',
    NetworkAclAssociationId: 'aclassoc-{hex:17}',
    SubnetId: '{id}',
  },
  'AWS::EC2::VPC': {
    CidrBlock: '{CidrBlock|10.0.0.0/16}',
    CidrBlockAssociations: ['vpc-cidr-assoc-{hex:17}'],
    DefaultNetworkAcl: 'acl-{hex:17}',
    DefaultSecurityGroup: 'sg-{hex:17}',
    Ipv6CidrBlocks: [],
    VpcId: '{id}',
  },
  'AWS::EC2::VPCEndpoint': {
    CreationTimestamp: '{isoTime}',
    DnsEntries: ['Z{upper:13}:{id}-{lower:8}.{serviceName}.{region}.vpce.{suffix}'],
    NetworkInterfaceIds: ['eni-{hex:17}'],
  },
  'AWS::ECR::Repository': {
    Arn: 'arn:{partition}:ecr:{region}:{account}:repository/{id}',
    RepositoryUri: '{account}.dkr.ecr.{region}.{suffix}/{id}',
  },
  'AWS::ECS::Cluster': { Arn: 'arn:{partition}:ecs:{region}:{account}:cluster/{id}' },
  'AWS::ECS::Service': { Name: '{lastPart}', ServiceArn: '{id}' },
  'AWS::ECS::TaskDefinition': { TaskDefinitionArn: '{id}' },
  'AWS::EFS::FileSystem': { Arn: 'arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{id}' },
  'AWS::EFS::AccessPoint': { Arn: 'arn:{partition}:elasticfilesystem:{region}:{account}:access-point/{id}' },
  'AWS::EKS::Cluster': {
    Arn: 'arn:{partition}:eks:{region}:{account}:cluster/{id}',
    CertificateAuthorityData: '{mixed:128}',
    ClusterSecurityGroupId: 'sg-{hex:17}',
    Endpoint: 'https://{upperHex:32}.gr7.{region}.eks.{suffix}',
    OpenIdConnectIssuerUrl: 'https://oidc.eks.{region}.{suffix}/id/{upperHex:32}',
  },
  'AWS::ElastiCache::CacheCluster': {
    'ConfigurationEndpoint.Address': '{id}.{home}.cfg.{zoneCode}.cache.{suffix}',
    'ConfigurationEndpoint.Port': '{Port|11211}',
    'RedisEndpoint.Address': '{id}.{home}.0001.{zoneCode}.cache.{suffix}',
    'RedisEndpoint.Port': '{Port|6379}',
  },
  'AWS::ElastiCache::ReplicationGroup': {
    'ConfigurationEndPoint.Address': 'clustercfg.{id}.{home}.{zoneCode}.cache.{suffix}',
    'ConfigurationEndPoint.Port': '{Port|6379}',
    'PrimaryEndPoint.Address': 'master.{id}.{home}.{zoneCode}.cache.{suffix}',
    'PrimaryEndPoint.Port': '{Port|6379}',
    'ReaderEndPoint.Address': 'replica.{id}.{home}.{zoneCode}.cache.{suffix}',
    'ReaderEndPoint.Port': '{Port|6379}',
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    CanonicalHostedZoneNameID: 'Z35SXDOTRQ7X7K',
    CanonicalHostedZoneName: '{id}-{digits:10}.{region}.elb.{suffix}',
    DNSName: '{id}-{digits:10}.{region}.elb.{suffix}',
    'SourceSecurityGroup.GroupName': '{lowname:64}',
    'SourceSecurityGroup.OwnerAlias': '{account}',
  },
  'AWS::ElasticLoadBalancingV2::Listener': { ListenerArn: '{id}' },
  'AWS::ElasticLoadBalancingV2::ListenerRule': { IsDefault: false, RuleArn: '{id}' },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    CanonicalHostedZoneID: '{loadBalancerZone}',
    DNSName: '{loadBalancerHost}',
    LoadBalancerArn: '{id}',
    LoadBalancerFullName: '{fullName}',
    LoadBalancerName: '{nameInArn}',
    SecurityGroups: ['sg-{hex:17}'],
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    LoadBalancerArns: [],
    TargetGroupArn: '{id}',
    TargetGroupFullName: 'targetgroup/{nameInArn}/{lastPart}',
    TargetGroupName: '{nameInArn}',
  },
  'AWS::Events::Rule': { Arn: 'arn:{partition}:events:{region}:{account}:rule/{slashedId}' },
  'AWS::IAM::AccessKey': { SecretAccessKey: '{mixed:40}' },
  'AWS::IAM::InstanceProfile': { Arn: 'arn:{partition}:iam::{account}:instance-profile{path}{id}' },
  'AWS::IAM::Group': { Arn: 'arn:{partition}:iam::{account}:group{path}{id}' },
  'AWS::IAM::Role': { Arn: 'arn:{partition}:iam::{account}:role{path}{id}', RoleId: 'AROA{upper:17}' },
  'AWS::IAM::User': { Arn: 'arn:{partition}:iam::{account}:user{path}{id}' },
  'AWS::KMS::Key': { Arn: 'arn:{partition}:kms:{region}:{account}:key/{id}', KeyId: '{id}' },
  'AWS::Kinesis::Stream': { Arn: 'arn:{partition}:kinesis:{region}:{account}:stream/{id}' },
  'AWS::Lambda::Function': { Arn: 'arn:{partition}:lambda:{region}:{account}:function:{id}' },
  'AWS::Lambda::Url': {
    FunctionArn: '{id}',
    FunctionUrl: 'https://{lower:32}.lambda-url.{region}.on.aws/',
  },
  'AWS::Lambda::Version': { FunctionArn: '{id}', Version: '{lastPart}' },
  'AWS::Logs::LogGroup': { Arn: 'arn:{partition}:logs:{region}:{account}:log-group:{id}:*' },
  'AWS::Neptune::DBCluster': {
    ClusterResourceId: 'cluster-{upper:26}',
    Endpoint: '{id}.cluster-{home}.{region}.neptune.{suffix}',
    Port: '{DBPort|8182}',
    ReadEndpoint: '{id}.cluster-ro-{home}.{region}.neptune.{suffix}',
  },
  'AWS::RDS::DBCluster': {
    DBClusterArn: 'arn:{partition}:rds:{region}:{account}:cluster:{id}',
    DBClusterResourceId: 'cluster-{upper:26}',
    'Endpoint.Address': '{id}.cluster-{home}.{region}.rds.{suffix}',
    'Endpoint.Port': '{Port|databasePort}',
    'MasterUserSecret.SecretArn':
      'arn:{partition}:secretsmanager:{region}:{account}:secret:rds!cluster-{uuid}-{mixed:6}',
    'ReadEndpoint.Address': '{id}.cluster-ro-{home}.{region}.rds.{suffix}',
  },
  'AWS::RDS::DBInstance': {
    DBInstanceArn: 'arn:{partition}:rds:{region}:{account}:db:{id}',
    DbiResourceId: 'db-{upper:26}',
    'Endpoint.Address': '{id}.{home}.{region}.rds.{suffix}',
    'Endpoint.HostedZoneId': 'Z{upper:13}',
    'Endpoint.Port': '{Port|databasePort}',
    'MasterUserSecret.SecretArn':
      'arn:{partition}:secretsmanager:{region}:{account}:secret:rds!db-{uuid}-{mixed:6}',
  },
  'AWS::Redshift::Cluster': {
    'Endpoint.Address': '{id}.{home}.{region}.redshift.{suffix}',
    'Endpoint.Port': '{Port|5439}',
  },
  'AWS::Route53::HostedZone': {
    NameServers: [
      'ns-{digits:3}.awsdns-{digits:2}.com',
      'ns-{digits:3}.awsdns-{digits:2}.net',
      'ns-1{digits:3}.awsdns-{digits:2}.org',
      'ns-1{digits:3}.awsdns-{digits:2}.co.uk',
    ],
  },
  'AWS::S3::Bucket': {
    Arn: 'arn:{partition}:s3:::{id}',
    DomainName: '{id}.s3.{suffix}',
    DualStackDomainName: '{id}.s3.dualstack.{region}.{suffix}',
    RegionalDomainName: '{id}.s3.{region}.{suffix}',
    WebsiteURL: 'http://{id}.s3-website{websiteMark}{region}.{suffix}',
  },
  'AWS::SNS::Topic': { TopicArn: '{id}', TopicName: '{lastPart}' },
  'AWS::SQS::Queue': {
    Arn: 'arn:{partition}:sqs:{region}:{account}:{lastPart}',
    QueueName: '{lastPart}',
    QueueUrl: '{id}',
  },
  'AWS::SecretsManager::Secret': { Id: '{id}' },
  'AWS::StepFunctions::StateMachine': {
    Arn: '{id}',
    Name: '{lastPart}',
    StateMachineRevisionId: 'INITIAL',
  },
}
