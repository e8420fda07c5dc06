/**
 * Properties that name a resource whose identifier is an ARN or an id: two of the same name cannot exist beside each other in one
 * account and region (or in the VPC, cluster, bus or scope that is part of the name).
 */
export const names: { readonly [type: string]: readonly string[] } = {
  'AWS::ApiGateway::Model': ['Name', 'RestApiId'],
  'AWS::Batch::ComputeEnvironment': ['ComputeEnvironmentName'],
  'AWS::Batch::JobQueue': ['JobQueueName'],
  'AWS::CloudFormation::StackSet': ['StackSetName'],
  'AWS::CodeArtifact::Domain': ['DomainName'],
  'AWS::CodeArtifact::Repository': ['DomainName', 'RepositoryName'],
  'AWS::DocDB::DBCluster': ['DBClusterIdentifier'],
  'AWS::DocDB::DBInstance': ['DBInstanceIdentifier'],
  // Without a name, and known because a replaced instance takes its address, interface and volumes along.
  'AWS::EC2::Instance': [],
  'AWS::EC2::NetworkInterface': ['PrivateIpAddress', 'SubnetId'],
  'AWS::EC2::Route': ['DestinationCidrBlock', 'RouteTableId'],
  'AWS::EC2::SecurityGroup': ['GroupName', 'VpcId'],
  'AWS::ECS::Service': ['ServiceName', 'Cluster'],
  'AWS::EKS::Nodegroup': ['NodegroupName', 'ClusterName'],
  'AWS::ElasticLoadBalancingV2::LoadBalancer': ['Name'],
  'AWS::ElasticLoadBalancingV2::TargetGroup': ['Name'],
  'AWS::Events::Rule': ['Name', 'EventBusName'],
  'AWS::IAM::ManagedPolicy': ['ManagedPolicyName'],
  'AWS::Lambda::Alias': ['Name', 'FunctionName'],
  'AWS::SNS::Topic': ['TopicName'],
  'AWS::SQS::Queue': ['QueueName'],
  'AWS::SageMaker::EndpointConfig': ['EndpointConfigName'],
  'AWS::SageMaker::Model': ['ModelName'],
  'AWS::SageMaker::NotebookInstance': ['NotebookInstanceName'],
  'AWS::SecretsManager::Secret': ['Name'],
  'AWS::StepFunctions::Activity': ['Name'],
  'AWS::StepFunctions::StateMachine': ['StateMachineName'],
  'AWS::WAFv2::IPSet': ['Name', 'Scope'],
  'AWS::WAFv2::RegexPatternSet': ['Name', 'Scope'],
  'AWS::WAFv2::RuleGroup': ['Name', 'Scope'],
  'AWS::WAFv2::WebACL': ['Name', 'Scope'],
}

const deletesFirst = 'CloudFormation deletes the old one before it makes the new one'
const overwrites = 'To create one that exists already overwrites it'

/** Types whose replacement finds its name free, each with the reason. */
export const takesItsName: { readonly [type: string]: string } = {
  'AWS::Backup::RestoreTestingSelection': deletesFirst,
  'AWS::Batch::JobDefinition': 'A definition of the same name is the next revision',
  'AWS::CloudWatch::Alarm': overwrites,
  'AWS::CloudWatch::CompositeAlarm': overwrites,
  'AWS::CloudWatch::Dashboard': overwrites,
  'AWS::Config::ConfigRule': overwrites,
  'AWS::Config::ConfigurationRecorder': overwrites,
  'AWS::Config::DeliveryChannel': overwrites,
  'AWS::EC2::TransitGatewayRoute': deletesFirst,
  'AWS::EC2::TransitGatewayRouteTableAssociation': deletesFirst,
  'AWS::EC2::VPCDHCPOptionsAssociation': deletesFirst,
  'AWS::EKS::IdentityProviderConfig': deletesFirst,
  'AWS::FSx::S3AccessPointAttachment': deletesFirst,
  'AWS::IoT::CertificateProvider': deletesFirst,
  'AWS::IoTTwinMaker::SyncJob': deletesFirst,
  'AWS::LakeFormation::DataCellsFilter': deletesFirst,
  'AWS::LakeFormation::Tag': deletesFirst,
  'AWS::Logs::Integration': deletesFirst,
  'AWS::Logs::MetricFilter': deletesFirst,
  'AWS::Logs::SubscriptionFilter': deletesFirst,
  'AWS::Rekognition::StreamProcessor': deletesFirst,
  'AWS::Route53::RecordSet': 'The record may be given by another zone property, and is then updated',
  'AWS::SecurityLake::AwsLogSource': deletesFirst,
  'AWS::SecurityLake::SubscriberNotification': deletesFirst,
}
