/** Seconds that making, changing and removing a resource takes, and where that is known from. */
export interface Durations {
  readonly create: number
  readonly update: number
  readonly delete: number
  readonly source: string
}

const observed = 'Usual events of stacks; AWS documents no figure'

const of = (create: number, update: number, remove: number, source = observed): Durations => ({
  create,
  update,
  delete: remove,
  source,
})

/** By type; types that are not here take `otherwise`. */
export const durations: { readonly [type: string]: Durations } = {
  'AWS::AutoScaling::AutoScalingGroup': of(45, 20, 150),
  'AWS::CertificateManager::Certificate': of(180, 5, 3),
  'AWS::CloudFormation::WaitConditionHandle': of(0.5, 0.5, 0.5),
  'AWS::CloudFront::Distribution': of(240, 200, 240),
  'AWS::Cognito::UserPool': of(4, 4, 3),
  'AWS::DocDB::DBCluster': of(60, 30, 60),
  'AWS::DocDB::DBInstance': of(420, 60, 300),
  'AWS::DynamoDB::Table': of(12, 12, 12),
  'AWS::EC2::Instance': of(25, 20, 60),
  'AWS::EC2::InternetGateway': of(17, 3, 2),
  'AWS::EC2::NatGateway': of(105, 3, 60),
  'AWS::EC2::Route': of(2, 2, 2),
  'AWS::EC2::SecurityGroup': of(5, 4, 2),
  'AWS::EC2::VPC': of(12, 3, 2),
  'AWS::EC2::VPCEndpoint': of(60, 10, 30),
  'AWS::EC2::VPCGatewayAttachment': of(15, 3, 15),
  'AWS::ECS::Service': of(90, 120, 60),
  'AWS::EFS::FileSystem': of(10, 5, 5),
  'AWS::EFS::MountTarget': of(85, 5, 40),
  'AWS::EKS::Cluster': of(540, 300, 180),
  'AWS::EKS::Nodegroup': of(180, 240, 240),
  'AWS::ElastiCache::CacheCluster': of(330, 120, 180),
  'AWS::ElastiCache::ReplicationGroup': of(540, 300, 300),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': of(150, 5, 15),
  'AWS::IAM::InstanceProfile': of(125, 15, 2),
  'AWS::IAM::ManagedPolicy': of(17, 15, 2),
  'AWS::IAM::Policy': of(15, 15, 2),
  'AWS::IAM::Role': of(18, 15, 2),
  'AWS::IAM::User': of(35, 15, 2),
  'AWS::KMS::Key': of(25, 15, 3),
  'AWS::Lambda::Function': of(8, 12, 4),
  'AWS::MSK::Cluster': of(1500, 900, 600),
  'AWS::OpenSearchService::Domain': of(900, 900, 300),
  'AWS::RDS::DBCluster': of(60, 60, 90),
  'AWS::RDS::DBInstance': of(480, 180, 300),
  'AWS::RDS::DBProxy': of(300, 60, 120),
  'AWS::Redshift::Cluster': of(240, 180, 120),
  'AWS::Route53::HostedZone': of(40, 5, 40),
  'AWS::Route53::RecordSet': of(35, 35, 35),
  'AWS::S3::Bucket': of(18, 15, 3),
  'AWS::SQS::Queue': of(62, 20, 62),
}

/** Of all other types. */
export const otherwise: Durations = of(5, 5, 3)
