/** A property that takes what its region has. */
export interface RegionalProperty {
  readonly code: string
  readonly what: string
  /** Name of the enumeration in cfn-lint's data. */
  readonly values: string
  /** Type and path of the property, `*` for the items of a list. */
  readonly places: readonly (readonly [type: string, path: string])[]
}

const job = 'JobResources.ClusterConfig.InstanceType'
const fleet = 'InstanceTypeConfigs.*.InstanceType'

/** Properties whose values differ between regions, by what the price lists of AWS say. */
export const regionalProperties: readonly RegionalProperty[] = [
  {
    code: 'E3628',
    what: 'EC2 instance type',
    values: 'aws_ec2_instance/instancetype_enum',
    places: [
      ['AWS::EC2::Instance', 'InstanceType'],
      ['AWS::EC2::LaunchTemplate', 'LaunchTemplateData.InstanceType'],
      ['AWS::EC2::EC2Fleet', 'LaunchTemplateConfigs.*.Overrides.*.InstanceType'],
      ['AWS::EC2::CapacityReservationFleet', 'InstanceTypeSpecifications.*.InstanceType'],
      ['AWS::GameLift::GameServerGroup', 'InstanceDefinitions.*.InstanceType'],
    ],
  },
  one(
    'E3620',
    'DocumentDB instance class',
    'aws_docdb_dbinstance/dbinstanceclass_enum',
    'AWS::DocDB::DBInstance',
    'DBInstanceClass',
  ),
  one(
    'E3635',
    'Neptune instance class',
    'aws_neptune_dbinstance/dbinstanceclass_enum',
    'AWS::Neptune::DBInstance',
    'DBInstanceClass',
  ),
  one(
    'E3647',
    'ElastiCache node type',
    'aws_elasticache_cachecluster/cachenodetype_enum',
    'AWS::ElastiCache::CacheCluster',
    'CacheNodeType',
  ),
  one('E3672', 'DAX node type', 'aws_dax_cluster/nodetype_enum', 'AWS::DAX::Cluster', 'NodeType'),
  one(
    'E3667',
    'Redshift node type',
    'aws_redshift_cluster/nodetype_enum',
    'AWS::Redshift::Cluster',
    'NodeType',
  ),
  one(
    'E3670',
    'Amazon MQ instance type',
    'aws_amazonmq_broker/instancetype_enum',
    'AWS::AmazonMQ::Broker',
    'HostInstanceType',
  ),
  one(
    'E3621',
    'AppStream instance type',
    'aws_appstream_fleet/instancetype_enum',
    'AWS::AppStream::Fleet',
    'InstanceType',
  ),
  one(
    'E3641',
    'GameLift instance type',
    'aws_gamelift_fleet/ec2instancetype_enum',
    'AWS::GameLift::Fleet',
    'EC2InstanceType',
  ),
  one(
    'E3617',
    'Managed Blockchain instance type',
    'aws_managedblockchain_node/nodeconfiguration_instancetype_enum',
    'AWS::ManagedBlockchain::Node',
    'NodeConfiguration.InstanceType',
  ),
  one(
    'E3652',
    'Elasticsearch instance type',
    'aws_elasticsearch_domain/elasticsearchclusterconfig_instancetype_enum',
    'AWS::Elasticsearch::Domain',
    'ElasticsearchClusterConfig.InstanceType',
  ),
  one(
    'E3653',
    'OpenSearch instance type',
    'aws_opensearchservice_domain/clusterconfig_instancetype_enum',
    'AWS::OpenSearchService::Domain',
    'ClusterConfig.InstanceType',
  ),
  {
    code: 'E3675',
    what: 'EMR instance type',
    values: 'aws_emr_cluster/instancetypeconfig_instancetype_enum',
    places: [
      ['AWS::EMR::Cluster', `Instances.CoreInstanceFleet.${fleet}`],
      ['AWS::EMR::Cluster', 'Instances.CoreInstanceGroup.InstanceType'],
      ['AWS::EMR::Cluster', `Instances.TaskInstanceFleets.*.${fleet}`],
      ['AWS::EMR::Cluster', 'Instances.TaskInstanceGroups.*.InstanceType'],
    ],
  },
  {
    code: 'E3644',
    what: 'SageMaker cluster instance type',
    values: 'aws_sagemaker_cluster/instancetype_enum',
    places: [
      ['AWS::SageMaker::Cluster', 'InstanceGroups.*.InstanceType'],
      ['AWS::SageMaker::Cluster', 'RestrictedInstanceGroups.*.InstanceType'],
    ],
  },
  {
    code: 'E3640',
    what: 'SageMaker processing instance type',
    values: 'aws_sagemaker_processing/instancetype_enum',
    places: [
      ['AWS::SageMaker::DataQualityJobDefinition', job],
      ['AWS::SageMaker::ModelBiasJobDefinition', job],
      ['AWS::SageMaker::ModelExplainabilityJobDefinition', job],
      ['AWS::SageMaker::ModelQualityJobDefinition', job],
      [
        'AWS::SageMaker::MonitoringSchedule',
        'MonitoringScheduleConfig.MonitoringJobDefinition.MonitoringResources.ClusterConfig.InstanceType',
      ],
    ],
  },
  one(
    'E3642',
    'SageMaker hosting instance type',
    'aws_sagemaker_hosting/instancetype_enum',
    'AWS::SageMaker::InferenceExperiment',
    'ModelVariants.*.InfrastructureConfig.RealTimeInferenceConfig.InstanceType',
  ),
  one(
    'E3643',
    'SageMaker transform instance type',
    'aws_sagemaker_transform/instancetype_enum',
    'AWS::SageMaker::ModelPackage',
    'ValidationSpecification.ValidationProfiles.*.TransformJobDefinition.TransformResources.InstanceType',
  ),
]

function one(code: string, what: string, values: string, type: string, path: string): RegionalProperty {
  return { code, what, values, places: [[type, path]] }
}
