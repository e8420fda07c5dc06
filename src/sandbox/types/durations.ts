/** Seconds that making, changing and removing a resource takes, and where that is known from. */
export interface Durations {
  readonly create: number
  readonly update: number
  readonly delete: number
  readonly source: string
}

/** Of figures that nobody has published: what stacks usually show. */
export const estimate = 'estimate'

/** Events of a stack with their times. */
const stackEvents = 'https://github.com/pgarbe/tatsu-hubot/issues/1'

/** The same, of a cluster of containers. */
const clusterEvents = 'https://github.com/amazon-archives/ecs-mxnet-example/issues/4'

const of = (create: number, update: number, remove: number, source = estimate): Durations => ({
  create,
  update,
  delete: remove,
  source,
})

/** By type; types that are not here take `otherwise`. */
export const durations: { readonly [type: string]: Durations } = {
  'AWS::AutoScaling::AutoScalingGroup': of(65, 20, 150, clusterEvents),
  'AWS::AutoScaling::LaunchConfiguration': of(1, 1, 1, clusterEvents),
  'AWS::CertificateManager::Certificate': of(180, 5, 3),
  'AWS::CloudFormation::WaitConditionHandle': of(0.5, 0.5, 0.5),
  'AWS::CloudFront::Distribution': of(
    300,
    300,
    300,
    'https://aws.amazon.com/blogs/networking-and-content-delivery/slashing-cloudfront-change-propagation-times-in-2020-recent-changes-and-looking-forward/',
  ),
  'AWS::Cognito::UserPool': of(4, 4, 3),
  'AWS::DocDB::DBCluster': of(60, 30, 60),
  'AWS::DocDB::DBInstance': of(420, 60, 300),
  'AWS::DynamoDB::Table': of(12, 12, 12),
  'AWS::EC2::Instance': of(25, 20, 60),
  'AWS::EC2::InternetGateway': of(17, 3, 2),
  'AWS::EC2::NatGateway': of(
    100,
    3,
    60,
    'https://github.com/hashicorp-education/learn-terraform-provision-eks-cluster/issues/22',
  ),
  'AWS::EC2::Route': of(2, 2, 2),
  'AWS::EC2::SecurityGroup': of(5, 4, 2),
  'AWS::EC2::SecurityGroupEgress': of(
    3,
    3,
    2,
    'https://github.com/hashicorp-education/learn-terraform-variables/pull/6',
  ),
  'AWS::EC2::SecurityGroupIngress': of(
    3,
    3,
    2,
    'https://github.com/hashicorp-education/learn-terraform-variables/pull/6',
  ),
  'AWS::EC2::Subnet': of(7, 4, 2, 'https://github.com/turbot/steampipe-plugin-aws/pull/131'),
  'AWS::EC2::SubnetRouteTableAssociation': of(
    1,
    1,
    1,
    'https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2203',
  ),
  'AWS::EC2::VPC': of(24, 3, 2, 'https://github.com/turbot/steampipe-plugin-aws/pull/131'),
  'AWS::EC2::VPCEndpoint': of(60, 10, 30),
  'AWS::EC2::VPCGatewayAttachment': of(15, 3, 15),
  'AWS::ECS::Cluster': of(1, 1, 1, stackEvents),
  'AWS::ECS::Service': of(90, 120, 60),
  'AWS::EFS::FileSystem': of(10, 5, 5),
  'AWS::EFS::MountTarget': of(85, 5, 40),
  'AWS::EKS::Cluster': of(
    513,
    300,
    180,
    'https://github.com/DevopsArtFactory/terraform-provisioning/pull/47',
  ),
  'AWS::EKS::Nodegroup': of(180, 240, 240),
  'AWS::ElastiCache::CacheCluster': of(330, 120, 180),
  'AWS::ElastiCache::ReplicationGroup': of(540, 300, 300),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': of(150, 5, 15),
  'AWS::ElasticLoadBalancingV2::ListenerRule': of(1, 1, 1, clusterEvents),
  'AWS::IAM::InstanceProfile': of(121, 15, 2, stackEvents),
  'AWS::IAM::ManagedPolicy': of(17, 15, 2),
  'AWS::IAM::Policy': of(15, 15, 2),
  'AWS::IAM::Role': of(12, 12, 2, stackEvents),
  'AWS::IAM::User': of(35, 15, 2),
  'AWS::KMS::Key': of(25, 15, 3),
  'AWS::Lambda::Function': of(8, 12, 4),
  'AWS::Logs::LogGroup': of(1, 1, 1, 'https://github.com/aws/aws-cdk/issues/3646'),
  'AWS::MSK::Cluster': of(2400, 900, 600, 'https://github.com/hashicorp/terraform-provider-aws/issues/17726'),
  'AWS::OpenSearchService::Domain': of(
    1200,
    1200,
    300,
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/gsgcreate-domain.html',
  ),
  'AWS::RDS::DBCluster': of(60, 60, 90),
  'AWS::RDS::DBInstance': of(
    600,
    240,
    300,
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_GettingStarted.CreatingConnecting.MySQL.html',
  ),
  'AWS::RDS::DBProxy': of(300, 60, 120),
  'AWS::Redshift::Cluster': of(240, 180, 120),
  'AWS::Route53::HostedZone': of(
    45,
    5,
    45,
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html',
  ),
  'AWS::Route53::RecordSet': of(
    45,
    45,
    45,
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetChange.html',
  ),
  'AWS::S3::Bucket': of(18, 15, 3),
  'AWS::SQS::Queue': of(26, 20, 60, 'https://github.com/DevopsArtFactory/terraform-provisioning/pull/46'),
}

/** Of all other types. */
export const otherwise: Durations = of(5, 5, 3)
