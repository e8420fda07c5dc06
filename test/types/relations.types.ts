// Made from relations.json by scripts/print-relations.ts: do not edit. Compiles when every relation does.
import type * as apigateway from 'cfstack/aws/apigateway'
import type * as apigatewayv2 from 'cfstack/aws/apigatewayv2'
import type * as appconfig from 'cfstack/aws/appconfig'
import type * as applicationautoscaling from 'cfstack/aws/applicationautoscaling'
import type * as applicationinsights from 'cfstack/aws/applicationinsights'
import type * as appsync from 'cfstack/aws/appsync'
import type * as autoscaling from 'cfstack/aws/autoscaling'
import type * as backup from 'cfstack/aws/backup'
import type * as batch from 'cfstack/aws/batch'
import type * as certificatemanager from 'cfstack/aws/certificatemanager'
import type * as cloudformation from 'cfstack/aws/cloudformation'
import type * as cloudfront from 'cfstack/aws/cloudfront'
import type * as cloudwatch from 'cfstack/aws/cloudwatch'
import type * as codebuild from 'cfstack/aws/codebuild'
import type * as codedeploy from 'cfstack/aws/codedeploy'
import type * as codepipeline from 'cfstack/aws/codepipeline'
import type * as cognito from 'cfstack/aws/cognito'
import type * as config from 'cfstack/aws/config'
import type * as directoryservice from 'cfstack/aws/directoryservice'
import type * as dms from 'cfstack/aws/dms'
import type * as dynamodb from 'cfstack/aws/dynamodb'
import type * as ec2 from 'cfstack/aws/ec2'
import type * as ecr from 'cfstack/aws/ecr'
import type * as ecs from 'cfstack/aws/ecs'
import type * as efs from 'cfstack/aws/efs'
import type * as eks from 'cfstack/aws/eks'
import type * as elasticache from 'cfstack/aws/elasticache'
import type * as elasticbeanstalk from 'cfstack/aws/elasticbeanstalk'
import type * as elasticloadbalancing from 'cfstack/aws/elasticloadbalancing'
import type * as elasticloadbalancingv2 from 'cfstack/aws/elasticloadbalancingv2'
import type * as elasticsearch from 'cfstack/aws/elasticsearch'
import type * as emr from 'cfstack/aws/emr'
import type * as events from 'cfstack/aws/events'
import type * as greengrass from 'cfstack/aws/greengrass'
import type * as iam from 'cfstack/aws/iam'
import type * as iot from 'cfstack/aws/iot'
import type * as kinesisfirehose from 'cfstack/aws/kinesisfirehose'
import type * as kms from 'cfstack/aws/kms'
import type * as lambda from 'cfstack/aws/lambda'
import type * as logs from 'cfstack/aws/logs'
import type * as msk from 'cfstack/aws/msk'
import type * as neptune from 'cfstack/aws/neptune'
import type * as rds from 'cfstack/aws/rds'
import type * as redshift from 'cfstack/aws/redshift'
import type * as resourcegroups from 'cfstack/aws/resourcegroups'
import type * as route53 from 'cfstack/aws/route53'
import type * as s3 from 'cfstack/aws/s3'
import type * as sam from 'cfstack/aws/sam'
import type * as secretsmanager from 'cfstack/aws/secretsmanager'
import type * as servicecatalog from 'cfstack/aws/servicecatalog'
import type * as sns from 'cfstack/aws/sns'
import type * as sqs from 'cfstack/aws/sqs'
import type * as ssm from 'cfstack/aws/ssm'
import type * as stepfunctions from 'cfstack/aws/stepfunctions'
import type * as waf from 'cfstack/aws/waf'
import type * as wafregional from 'cfstack/aws/wafregional'
import type * as wafv2 from 'cfstack/aws/wafv2'

declare function takes<T>(value: T): void
declare function made<T>(): T
takes<apigateway.ApiKey.StageKey["RestApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::ApiKey StageKeys[].RestApiId
takes<apigateway.ApiKey.StageKey["StageName"]>(made<apigateway.Stage>().ref) // AWS::ApiGateway::ApiKey StageKeys[].StageName
takes<apigateway.Authorizer.Properties["ProviderARNs"]>([made<cognito.UserPool>().att["Arn"]]) // AWS::ApiGateway::Authorizer ProviderARNs[]
takes<apigateway.Authorizer.Properties["RestApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::Authorizer RestApiId
takes<apigateway.BasePathMapping.Properties["DomainName"]>(made<apigateway.DomainName>().ref) // AWS::ApiGateway::BasePathMapping DomainName
takes<apigateway.BasePathMapping.Properties["RestApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::BasePathMapping RestApiId
takes<apigateway.BasePathMapping.Properties["Stage"]>(made<apigateway.Stage>().ref) // AWS::ApiGateway::BasePathMapping Stage
takes<apigateway.BasePathMappingV2.Properties["DomainNameArn"]>(made<apigateway.DomainNameV2>().ref) // AWS::ApiGateway::BasePathMappingV2 DomainNameArn
takes<apigateway.BasePathMappingV2.Properties["RestApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::BasePathMappingV2 RestApiId
takes<apigateway.BasePathMappingV2.Properties["Stage"]>(made<apigateway.Stage>().ref) // AWS::ApiGateway::BasePathMappingV2 Stage
takes<apigateway.Deployment.Properties["RestApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::Deployment RestApiId
takes<apigateway.DomainNameAccessAssociation.Properties["DomainNameArn"]>(made<apigateway.DomainNameV2>().ref) // AWS::ApiGateway::DomainNameAccessAssociation DomainNameArn
takes<apigateway.Method.Properties["AuthorizerId"]>(made<apigateway.Authorizer>().ref) // AWS::ApiGateway::Method AuthorizerId
takes<apigateway.Method.MethodResponse["ResponseModels"]>({ "*": made<apigateway.Model>().ref }) // AWS::ApiGateway::Method MethodResponses[].ResponseModels.*
takes<apigateway.Method.Properties["ResourceId"]>(made<apigateway.Resource>().ref) // AWS::ApiGateway::Method ResourceId
takes<apigateway.Method.Properties["RestApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::Method RestApiId
takes<apigateway.Model.Properties["RestApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::Model RestApiId
takes<apigateway.Resource.Properties["ParentId"]>(made<apigateway.RestApi>().att["RootResourceId"]) // AWS::ApiGateway::Resource ParentId
takes<apigateway.Resource.Properties["RestApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::Resource RestApiId
takes<apigateway.Stage.Properties["DeploymentId"]>(made<apigateway.Deployment>().ref) // AWS::ApiGateway::Stage DeploymentId
takes<apigateway.Stage.Properties["RestApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::Stage RestApiId
takes<apigateway.UsagePlan.ApiStage["ApiId"]>(made<apigateway.RestApi>().ref) // AWS::ApiGateway::UsagePlan ApiStages[].ApiId
takes<apigateway.UsagePlan.ApiStage["Stage"]>(made<apigateway.Stage>().ref) // AWS::ApiGateway::UsagePlan ApiStages[].Stage
takes<apigateway.UsagePlanKey.Properties["KeyId"]>(made<apigateway.ApiKey>().ref) // AWS::ApiGateway::UsagePlanKey KeyId
takes<apigateway.UsagePlanKey.Properties["UsagePlanId"]>(made<apigateway.UsagePlan>().ref) // AWS::ApiGateway::UsagePlanKey UsagePlanId
takes<apigatewayv2.ApiMapping.Properties["ApiId"]>(made<apigatewayv2.Api>().ref) // AWS::ApiGatewayV2::ApiMapping ApiId
takes<apigatewayv2.ApiMapping.Properties["DomainName"]>(made<apigatewayv2.DomainName>().ref) // AWS::ApiGatewayV2::ApiMapping DomainName
takes<apigatewayv2.ApiMapping.Properties["Stage"]>(made<apigatewayv2.Stage>().ref) // AWS::ApiGatewayV2::ApiMapping Stage
takes<apigatewayv2.Authorizer.Properties["ApiId"]>(made<apigatewayv2.Api>().ref) // AWS::ApiGatewayV2::Authorizer ApiId
takes<apigatewayv2.Integration.Properties["ApiId"]>(made<apigatewayv2.Api>().ref) // AWS::ApiGatewayV2::Integration ApiId
takes<apigatewayv2.Route.Properties["ApiId"]>(made<apigatewayv2.Api>().ref) // AWS::ApiGatewayV2::Route ApiId
takes<apigatewayv2.Route.Properties["AuthorizerId"]>(made<apigatewayv2.Authorizer>().ref) // AWS::ApiGatewayV2::Route AuthorizerId
takes<apigatewayv2.Stage.Properties["ApiId"]>(made<apigatewayv2.Api>().ref) // AWS::ApiGatewayV2::Stage ApiId
takes<appconfig.Environment.Properties["ApplicationId"]>(made<appconfig.Application>().ref) // AWS::AppConfig::Environment ApplicationId
takes<appsync.DataSource.Properties["ApiId"]>(made<appsync.GraphQLApi>().att["ApiId"]) // AWS::AppSync::DataSource ApiId
takes<appsync.DataSource.Properties["ServiceRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::AppSync::DataSource ServiceRoleArn
takes<appsync.GraphQLApi.LambdaAuthorizerConfig["AuthorizerUri"]>(made<lambda.Function>().att["Arn"]) // AWS::AppSync::GraphQLApi LambdaAuthorizerConfig.AuthorizerUri
takes<appsync.GraphQLApi.LogConfig["CloudWatchLogsRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::AppSync::GraphQLApi LogConfig.CloudWatchLogsRoleArn
takes<appsync.GraphQLSchema.Properties["ApiId"]>(made<appsync.GraphQLApi>().att["ApiId"]) // AWS::AppSync::GraphQLSchema ApiId
takes<applicationautoscaling.ScalableTarget.Properties["RoleARN"]>(made<iam.Role>().att["Arn"]) // AWS::ApplicationAutoScaling::ScalableTarget RoleARN
takes<applicationautoscaling.ScalingPolicy.Properties["ScalingTargetId"]>(made<applicationautoscaling.ScalableTarget>().ref) // AWS::ApplicationAutoScaling::ScalingPolicy ScalingTargetId
takes<applicationinsights.Application.Properties["ResourceGroupName"]>(made<resourcegroups.Group>().ref) // AWS::ApplicationInsights::Application ResourceGroupName
takes<autoscaling.AutoScalingGroup.Properties["LaunchConfigurationName"]>(made<autoscaling.LaunchConfiguration>().ref) // AWS::AutoScaling::AutoScalingGroup LaunchConfigurationName
takes<autoscaling.AutoScalingGroup.LaunchTemplateSpecification["LaunchTemplateId"]>(made<ec2.LaunchTemplate>().ref) // AWS::AutoScaling::AutoScalingGroup LaunchTemplate.LaunchTemplateId
takes<autoscaling.AutoScalingGroup.LaunchTemplateSpecification["Version"]>(made<ec2.LaunchTemplate>().att["LatestVersionNumber"]) // AWS::AutoScaling::AutoScalingGroup LaunchTemplate.Version
takes<autoscaling.AutoScalingGroup.Properties["LoadBalancerNames"]>([made<elasticloadbalancing.LoadBalancer>().ref]) // AWS::AutoScaling::AutoScalingGroup LoadBalancerNames[]
takes<autoscaling.AutoScalingGroup.NotificationConfiguration["TopicARN"]>(made<sns.Topic>().ref) // AWS::AutoScaling::AutoScalingGroup NotificationConfigurations[].TopicARN
takes<autoscaling.AutoScalingGroup.Properties["TargetGroupARNs"]>([made<elasticloadbalancingv2.TargetGroup>().ref]) // AWS::AutoScaling::AutoScalingGroup TargetGroupARNs[]
takes<autoscaling.AutoScalingGroup.Properties["VPCZoneIdentifier"]>([made<ec2.Subnet>().ref]) // AWS::AutoScaling::AutoScalingGroup VPCZoneIdentifier[]
takes<autoscaling.LaunchConfiguration.Properties["IamInstanceProfile"]>(made<iam.InstanceProfile>().ref) // AWS::AutoScaling::LaunchConfiguration IamInstanceProfile
takes<autoscaling.LaunchConfiguration.Properties["SecurityGroups"]>([made<ec2.SecurityGroup>().att["GroupId"]]) // AWS::AutoScaling::LaunchConfiguration SecurityGroups[]
takes<autoscaling.LaunchConfiguration.Properties["SecurityGroups"]>([made<ec2.SecurityGroup>().ref]) // AWS::AutoScaling::LaunchConfiguration SecurityGroups[]
takes<autoscaling.LifecycleHook.Properties["AutoScalingGroupName"]>(made<autoscaling.AutoScalingGroup>().ref) // AWS::AutoScaling::LifecycleHook AutoScalingGroupName
takes<autoscaling.LifecycleHook.Properties["NotificationTargetARN"]>(made<sns.Topic>().ref) // AWS::AutoScaling::LifecycleHook NotificationTargetARN
takes<autoscaling.LifecycleHook.Properties["NotificationTargetARN"]>(made<sqs.Queue>().att["Arn"]) // AWS::AutoScaling::LifecycleHook NotificationTargetARN
takes<autoscaling.LifecycleHook.Properties["RoleARN"]>(made<iam.Role>().att["Arn"]) // AWS::AutoScaling::LifecycleHook RoleARN
takes<autoscaling.ScalingPolicy.Properties["AutoScalingGroupName"]>(made<autoscaling.AutoScalingGroup>().ref) // AWS::AutoScaling::ScalingPolicy AutoScalingGroupName
takes<backup.BackupPlan.BackupRuleResourceType["TargetBackupVault"]>(made<backup.BackupVault>().ref) // AWS::Backup::BackupPlan BackupPlan.BackupPlanRule[].TargetBackupVault
takes<backup.BackupSelection.Properties["BackupPlanId"]>(made<backup.BackupPlan>().ref) // AWS::Backup::BackupSelection BackupPlanId
takes<backup.BackupSelection.BackupSelectionResourceType["IamRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::Backup::BackupSelection BackupSelection.IamRoleArn
takes<backup.BackupSelection.BackupSelectionResourceType["Resources"]>([made<dynamodb.Table>().att["Arn"]]) // AWS::Backup::BackupSelection BackupSelection.Resources[]
takes<batch.ComputeEnvironment.ComputeResources["InstanceRole"]>(made<iam.InstanceProfile>().ref) // AWS::Batch::ComputeEnvironment ComputeResources.InstanceRole
takes<batch.ComputeEnvironment.ComputeResources["SecurityGroupIds"]>([made<ec2.SecurityGroup>().att["GroupId"]]) // AWS::Batch::ComputeEnvironment ComputeResources.SecurityGroupIds[]
takes<batch.ComputeEnvironment.Properties["ServiceRole"]>(made<iam.Role>().ref) // AWS::Batch::ComputeEnvironment ServiceRole
takes<batch.JobDefinition.ContainerProperties["ExecutionRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::Batch::JobDefinition ContainerProperties.ExecutionRoleArn
takes<batch.JobDefinition.ContainerProperties["JobRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::Batch::JobDefinition ContainerProperties.JobRoleArn
takes<batch.JobQueue.ComputeEnvironmentOrder["ComputeEnvironment"]>(made<batch.ComputeEnvironment>().ref) // AWS::Batch::JobQueue ComputeEnvironmentOrder[].ComputeEnvironment
takes<cloudformation.CustomResource.Properties["DestBucket"]>(made<s3.Bucket>().ref) // AWS::CloudFormation::CustomResource DestBucket
takes<cloudformation.CustomResource.Properties["ServiceToken"]>(made<lambda.Function>().att["Arn"]) // AWS::CloudFormation::CustomResource ServiceToken
takes<cloudformation.Macro.Properties["FunctionName"]>(made<sam.Function>().att["Arn"]) // AWS::CloudFormation::Macro FunctionName
takes<cloudformation.Stack.Properties["Parameters"]>({ "AdministratorSecret": made<secretsmanager.Secret>().ref }) // AWS::CloudFormation::Stack Parameters.AdministratorSecret
takes<cloudformation.Stack.Properties["Parameters"]>({ "BastionSecurityGroupID": made<cloudformation.Stack>().att["Outputs.BastionSecurityGroupID"] }) // AWS::CloudFormation::Stack Parameters.BastionSecurityGroupID
takes<cloudformation.Stack.Properties["Parameters"]>({ "Cluster": made<cloudformation.Stack>().att["Outputs.Cluster"] }) // AWS::CloudFormation::Stack Parameters.Cluster
takes<cloudformation.Stack.Properties["Parameters"]>({ "CopyLambdaDeploymentRoleARN": made<cloudformation.Stack>().att["Outputs.CopyLambdaDeploymentRoleARN"] }) // AWS::CloudFormation::Stack Parameters.CopyLambdaDeploymentRoleARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "CreateNotebookFunctionExecuteRoleArn": made<cloudformation.Stack>().att["Outputs.CreateNotebookFunctionExecuteRoleARN"] }) // AWS::CloudFormation::Stack Parameters.CreateNotebookFunctionExecuteRoleArn
takes<cloudformation.Stack.Properties["Parameters"]>({ "CuratedDatasetsARN": made<cloudformation.Stack>().att["Outputs.CuratedDatasetsARN"] }) // AWS::CloudFormation::Stack Parameters.CuratedDatasetsARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "CuratedTopicARN": made<cloudformation.Stack>().att["Outputs.CuratedTopicARN"] }) // AWS::CloudFormation::Stack Parameters.CuratedTopicARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "DatabaseStackName": made<cloudformation.Stack>().att["Outputs.Name"] }) // AWS::CloudFormation::Stack Parameters.DatabaseStackName
takes<cloudformation.Stack.Properties["Parameters"]>({ "DirectoryID": made<directoryservice.MicrosoftAD>().ref }) // AWS::CloudFormation::Stack Parameters.DirectoryID
takes<cloudformation.Stack.Properties["Parameters"]>({ "DomainMemberSGID": made<cloudformation.Stack>().att["Outputs.DomainMemberSGID"] }) // AWS::CloudFormation::Stack Parameters.DomainMemberSGID
takes<cloudformation.Stack.Properties["Parameters"]>({ "DomainMembersSG": made<ec2.SecurityGroup>().ref }) // AWS::CloudFormation::Stack Parameters.DomainMembersSG
takes<cloudformation.Stack.Properties["Parameters"]>({ "ECSAutoScalingGroupName": made<cloudformation.Stack>().att["Outputs.ECSAutoScalingGroupName"] }) // AWS::CloudFormation::Stack Parameters.ECSAutoScalingGroupName
takes<cloudformation.Stack.Properties["Parameters"]>({ "ECSServiceAutoScalingRoleARN": made<cloudformation.Stack>().att["Outputs.ECSServiceAutoScalingRole"] }) // AWS::CloudFormation::Stack Parameters.ECSServiceAutoScalingRoleARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "ElasticsearchEndpoint": made<cloudformation.Stack>().att["Outputs.ElasticsearchEndpoint"] }) // AWS::CloudFormation::Stack Parameters.ElasticsearchEndpoint
takes<cloudformation.Stack.Properties["Parameters"]>({ "IamInstanceProfile": made<cloudformation.Stack>().att["Outputs.InstanceProfileArn"] }) // AWS::CloudFormation::Stack Parameters.IamInstanceProfile
takes<cloudformation.Stack.Properties["Parameters"]>({ "KinesisStreamBucketName": made<cloudformation.Stack>().att["Outputs.SubmissionsBucketName"] }) // AWS::CloudFormation::Stack Parameters.KinesisStreamBucketName
takes<cloudformation.Stack.Properties["Parameters"]>({ "KinesisStreamBucketRoleARN": made<cloudformation.Stack>().att["Outputs.KinesisStreamBucketRoleARN"] }) // AWS::CloudFormation::Stack Parameters.KinesisStreamBucketRoleARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "LambdaRoleARN": made<cloudformation.Stack>().att["Outputs.LambdaRoleARN"] }) // AWS::CloudFormation::Stack Parameters.LambdaRoleARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "Listener": made<cloudformation.Stack>().att["Outputs.Listener"] }) // AWS::CloudFormation::Stack Parameters.Listener
takes<cloudformation.Stack.Properties["Parameters"]>({ "NAT1ElasticIP": made<cloudformation.Stack>().att["Outputs.NAT1EIP"] }) // AWS::CloudFormation::Stack Parameters.NAT1ElasticIP
takes<cloudformation.Stack.Properties["Parameters"]>({ "NAT2ElasticIP": made<cloudformation.Stack>().att["Outputs.NAT2EIP"] }) // AWS::CloudFormation::Stack Parameters.NAT2ElasticIP
takes<cloudformation.Stack.Properties["Parameters"]>({ "NetworkStackName": made<cloudformation.Stack>().att["Outputs.Name"] }) // AWS::CloudFormation::Stack Parameters.NetworkStackName
takes<cloudformation.Stack.Properties["Parameters"]>({ "NonWindowsDomainJoinSecret": made<secretsmanager.Secret>().ref }) // AWS::CloudFormation::Stack Parameters.NonWindowsDomainJoinSecret
takes<cloudformation.Stack.Properties["Parameters"]>({ "PrivateSubnet1ID": made<cloudformation.Stack>().att["Outputs.PrivateSubnet1AID"] }) // AWS::CloudFormation::Stack Parameters.PrivateSubnet1ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "PrivateSubnet1Id": made<cloudformation.Stack>().att["Outputs.PrivateSubnet1AID"] }) // AWS::CloudFormation::Stack Parameters.PrivateSubnet1Id
takes<cloudformation.Stack.Properties["Parameters"]>({ "PrivateSubnet2ID": made<cloudformation.Stack>().att["Outputs.PrivateSubnet2AID"] }) // AWS::CloudFormation::Stack Parameters.PrivateSubnet2ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "PrivateSubnet2Id": made<cloudformation.Stack>().att["Outputs.PrivateSubnet2AID"] }) // AWS::CloudFormation::Stack Parameters.PrivateSubnet2Id
takes<cloudformation.Stack.Properties["Parameters"]>({ "PrivateSubnet3ID": made<cloudformation.Stack>().att["Outputs.PrivateSubnet3AID"] }) // AWS::CloudFormation::Stack Parameters.PrivateSubnet3ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "PublicSubnet1ID": made<cloudformation.Stack>().att["Outputs.PrivateSubnet1AID"] }) // AWS::CloudFormation::Stack Parameters.PublicSubnet1ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "PublicSubnet1ID": made<cloudformation.Stack>().att["Outputs.PublicSubnet1ID"] }) // AWS::CloudFormation::Stack Parameters.PublicSubnet1ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "PublicSubnet1Id": made<cloudformation.Stack>().att["Outputs.PublicSubnet1ID"] }) // AWS::CloudFormation::Stack Parameters.PublicSubnet1Id
takes<cloudformation.Stack.Properties["Parameters"]>({ "PublicSubnet2ID": made<cloudformation.Stack>().att["Outputs.PrivateSubnet2AID"] }) // AWS::CloudFormation::Stack Parameters.PublicSubnet2ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "PublicSubnet2ID": made<cloudformation.Stack>().att["Outputs.PublicSubnet2ID"] }) // AWS::CloudFormation::Stack Parameters.PublicSubnet2ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "PublicSubnet2Id": made<cloudformation.Stack>().att["Outputs.PublicSubnet2ID"] }) // AWS::CloudFormation::Stack Parameters.PublicSubnet2Id
takes<cloudformation.Stack.Properties["Parameters"]>({ "PublicSubnet3ID": made<cloudformation.Stack>().att["Outputs.PublicSubnet3ID"] }) // AWS::CloudFormation::Stack Parameters.PublicSubnet3ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "PublishedDataARN": made<cloudformation.Stack>().att["Outputs.PublishedDataARN"] }) // AWS::CloudFormation::Stack Parameters.PublishedDataARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "PublishedTopicARN": made<cloudformation.Stack>().att["Outputs.PublishedTopicARN"] }) // AWS::CloudFormation::Stack Parameters.PublishedTopicARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "QSRedshiftRoleARN": made<cloudformation.Stack>().att["Outputs.QSRedshiftRoleARN"] }) // AWS::CloudFormation::Stack Parameters.QSRedshiftRoleARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "RandomStringArn": made<cloudformation.Stack>().att["Outputs.RandomStringArn"] }) // AWS::CloudFormation::Stack Parameters.RandomStringArn
takes<cloudformation.Stack.Properties["Parameters"]>({ "RegionalLambdaBucketARN": made<cloudformation.Stack>().att["Outputs.RegionalLambdaBucketARN"] }) // AWS::CloudFormation::Stack Parameters.RegionalLambdaBucketARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "RegionalLambdaBucketName": made<cloudformation.Stack>().att["Outputs.RegionalLambdaBucketName"] }) // AWS::CloudFormation::Stack Parameters.RegionalLambdaBucketName
takes<cloudformation.Stack.Properties["Parameters"]>({ "RegisterDashboardRoleARN": made<cloudformation.Stack>().att["Outputs.RegisterKibanaDashboardRoleARN"] }) // AWS::CloudFormation::Stack Parameters.RegisterDashboardRoleARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "SageMakerExecutionRoleArn": made<cloudformation.Stack>().att["Outputs.SageMakerExecutionRoleARN"] }) // AWS::CloudFormation::Stack Parameters.SageMakerExecutionRoleArn
takes<cloudformation.Stack.Properties["Parameters"]>({ "SecurityGroup": made<cloudformation.Stack>().att["Outputs.ECSHostSecurityGroup"] }) // AWS::CloudFormation::Stack Parameters.SecurityGroup
takes<cloudformation.Stack.Properties["Parameters"]>({ "SecurityGroup": made<cloudformation.Stack>().att["Outputs.LoadBalancerSecurityGroup"] }) // AWS::CloudFormation::Stack Parameters.SecurityGroup
takes<cloudformation.Stack.Properties["Parameters"]>({ "SubmissionsBucketARN": made<cloudformation.Stack>().att["Outputs.SubmissionsBucketARN"] }) // AWS::CloudFormation::Stack Parameters.SubmissionsBucketARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "SubmissionsTopicARN": made<cloudformation.Stack>().att["Outputs.SubmissionsTopicARN"] }) // AWS::CloudFormation::Stack Parameters.SubmissionsTopicARN
takes<cloudformation.Stack.Properties["Parameters"]>({ "Subnet": made<cloudformation.Stack>().att["Outputs.PublicSubnet1ID"] }) // AWS::CloudFormation::Stack Parameters.Subnet
takes<cloudformation.Stack.Properties["Parameters"]>({ "Subnet1ID": made<cloudformation.Stack>().att["Outputs.PrivateSubnet1AID"] }) // AWS::CloudFormation::Stack Parameters.Subnet1ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "Subnet2ID": made<cloudformation.Stack>().att["Outputs.PrivateSubnet2AID"] }) // AWS::CloudFormation::Stack Parameters.Subnet2ID
takes<cloudformation.Stack.Properties["Parameters"]>({ "Subnets": made<cloudformation.Stack>().att["Outputs.PrivateSubnets"] }) // AWS::CloudFormation::Stack Parameters.Subnets
takes<cloudformation.Stack.Properties["Parameters"]>({ "Subnets": made<cloudformation.Stack>().att["Outputs.PublicSubnets"] }) // AWS::CloudFormation::Stack Parameters.Subnets
takes<cloudformation.Stack.Properties["Parameters"]>({ "VPC": made<cloudformation.Stack>().att["Outputs.VPC"] }) // AWS::CloudFormation::Stack Parameters.VPC
takes<cloudformation.Stack.Properties["Parameters"]>({ "VPC": made<cloudformation.Stack>().att["Outputs.VPCID"] }) // AWS::CloudFormation::Stack Parameters.VPC
takes<cloudformation.Stack.Properties["Parameters"]>({ "VPCCIDR": made<cloudformation.Stack>().att["Outputs.VPCCIDR"] }) // AWS::CloudFormation::Stack Parameters.VPCCIDR
takes<cloudformation.Stack.Properties["Parameters"]>({ "VPCID": made<cloudformation.Stack>().att["Outputs.VPCID"] }) // AWS::CloudFormation::Stack Parameters.VPCID
takes<cloudformation.Stack.Properties["Parameters"]>({ "VPCPeeringConnectionId": made<cloudformation.Stack>().att["Outputs.VPCPeeringConnectionId"] }) // AWS::CloudFormation::Stack Parameters.VPCPeeringConnectionId
takes<cloudformation.Stack.Properties["Parameters"]>({ "VpcId": made<cloudformation.Stack>().att["Outputs.VPCID"] }) // AWS::CloudFormation::Stack Parameters.VpcId
takes<cloudformation.Stack.Properties["Parameters"]>({ "pDMZSubnetA": made<ec2.Subnet>().ref }) // AWS::CloudFormation::Stack Parameters.pDMZSubnetA
takes<cloudformation.Stack.Properties["Parameters"]>({ "pRouteTablePrivate": made<ec2.RouteTable>().ref }) // AWS::CloudFormation::Stack Parameters.pRouteTablePrivate
takes<cloudformation.Stack.Properties["Parameters"]>({ "pSecurityGroupSSHFromVpc": made<ec2.SecurityGroup>().ref }) // AWS::CloudFormation::Stack Parameters.pSecurityGroupSSHFromVpc
takes<cloudformation.Stack.Properties["Parameters"]>({ "pSecurityGroupVpcNat": made<ec2.SecurityGroup>().ref }) // AWS::CloudFormation::Stack Parameters.pSecurityGroupVpcNat
takes<cloudformation.Stack.Properties["Parameters"]>({ "pVpcId": made<ec2.VPC>().ref }) // AWS::CloudFormation::Stack Parameters.pVpcId
takes<cloudformation.WaitCondition.Properties["Handle"]>(made<cloudformation.WaitConditionHandle>().ref) // AWS::CloudFormation::WaitCondition Handle
takes<cloudfront.Distribution.DefaultCacheBehavior["CachePolicyId"]>(made<cloudfront.CachePolicy>().ref) // AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior.CachePolicyId
takes<cloudfront.Distribution.LambdaFunctionAssociation["LambdaFunctionARN"]>(made<lambda.Version>().ref) // AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations[].LambdaFunctionARN
takes<cloudfront.Distribution.DefaultCacheBehavior["TargetOriginId"]>(made<elasticloadbalancingv2.LoadBalancer>().ref) // AWS::CloudFront::Distribution DistributionConfig.DefaultCacheBehavior.TargetOriginId
takes<cloudfront.Distribution.Logging["Bucket"]>(made<s3.Bucket>().att["RegionalDomainName"]) // AWS::CloudFront::Distribution DistributionConfig.Logging.Bucket
takes<cloudfront.Distribution.Origin["DomainName"]>(made<ec2.Instance>().att["PublicDnsName"]) // AWS::CloudFront::Distribution DistributionConfig.Origins[].DomainName
takes<cloudfront.Distribution.Origin["DomainName"]>(made<elasticloadbalancing.LoadBalancer>().att["DNSName"]) // AWS::CloudFront::Distribution DistributionConfig.Origins[].DomainName
takes<cloudfront.Distribution.Origin["DomainName"]>(made<elasticloadbalancingv2.LoadBalancer>().att["DNSName"]) // AWS::CloudFront::Distribution DistributionConfig.Origins[].DomainName
takes<cloudfront.Distribution.Origin["DomainName"]>(made<s3.Bucket>().att["RegionalDomainName"]) // AWS::CloudFront::Distribution DistributionConfig.Origins[].DomainName
takes<cloudfront.Distribution.Origin["Id"]>(made<elasticloadbalancingv2.LoadBalancer>().ref) // AWS::CloudFront::Distribution DistributionConfig.Origins[].Id
takes<cloudfront.Distribution.Origin["OriginAccessControlId"]>(made<cloudfront.OriginAccessControl>().att["Id"]) // AWS::CloudFront::Distribution DistributionConfig.Origins[].OriginAccessControlId
takes<cloudfront.Distribution.DistributionConfig["WebACLId"]>(made<wafv2.WebACL>().att["Arn"]) // AWS::CloudFront::Distribution DistributionConfig.WebACLId
takes<cloudwatch.Alarm.Properties["AlarmActions"]>([made<applicationautoscaling.ScalingPolicy>().ref]) // AWS::CloudWatch::Alarm AlarmActions[]
takes<cloudwatch.Alarm.Properties["AlarmActions"]>([made<autoscaling.ScalingPolicy>().ref]) // AWS::CloudWatch::Alarm AlarmActions[]
takes<cloudwatch.Alarm.Properties["AlarmActions"]>([made<sns.Topic>().ref]) // AWS::CloudWatch::Alarm AlarmActions[]
takes<cloudwatch.Alarm.Dimension["Value"]>(made<autoscaling.AutoScalingGroup>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<dynamodb.Table>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<ec2.Instance>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<ec2.NatGateway>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<ecs.Cluster>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<ecs.Service>().att["Name"]) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<efs.FileSystem>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<elasticloadbalancing.LoadBalancer>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<elasticloadbalancingv2.LoadBalancer>().att["LoadBalancerFullName"]) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<elasticloadbalancingv2.TargetGroup>().att["TargetGroupFullName"]) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<events.Rule>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<lambda.Function>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<neptune.DBCluster>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<rds.DBCluster>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<rds.DBInstance>().ref) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<sqs.Queue>().att["QueueName"]) // AWS::CloudWatch::Alarm Dimensions[].Value
takes<cloudwatch.Alarm.Properties["InsufficientDataActions"]>([made<sns.Topic>().ref]) // AWS::CloudWatch::Alarm InsufficientDataActions[]
takes<cloudwatch.Alarm.Dimension["Value"]>(made<autoscaling.AutoScalingGroup>().ref) // AWS::CloudWatch::Alarm Metrics[].MetricStat.Metric.Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<ec2.NatGateway>().ref) // AWS::CloudWatch::Alarm Metrics[].MetricStat.Metric.Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<ecs.Cluster>().ref) // AWS::CloudWatch::Alarm Metrics[].MetricStat.Metric.Dimensions[].Value
takes<cloudwatch.Alarm.Dimension["Value"]>(made<efs.FileSystem>().ref) // AWS::CloudWatch::Alarm Metrics[].MetricStat.Metric.Dimensions[].Value
takes<codebuild.Project.EnvironmentVariable["Value"]>(made<ecr.Repository>().ref) // AWS::CodeBuild::Project Environment.EnvironmentVariables[].Value
takes<codebuild.Project.Properties["ServiceRole"]>(made<iam.Role>().att["Arn"]) // AWS::CodeBuild::Project ServiceRole
takes<codebuild.Project.Properties["ServiceRole"]>(made<iam.Role>().ref) // AWS::CodeBuild::Project ServiceRole
takes<codedeploy.DeploymentGroup.Alarm["Name"]>(made<cloudwatch.Alarm>().ref) // AWS::CodeDeploy::DeploymentGroup AlarmConfiguration.Alarms[].Name
takes<codedeploy.DeploymentGroup.Properties["ApplicationName"]>(made<codedeploy.Application>().ref) // AWS::CodeDeploy::DeploymentGroup ApplicationName
takes<codedeploy.DeploymentGroup.Properties["ServiceRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::CodeDeploy::DeploymentGroup ServiceRoleArn
takes<codedeploy.DeploymentGroup.TriggerConfig["TriggerTargetArn"]>(made<sns.Topic>().ref) // AWS::CodeDeploy::DeploymentGroup TriggerConfigurations[].TriggerTargetArn
takes<codepipeline.Pipeline.ArtifactStore["Location"]>(made<s3.Bucket>().ref) // AWS::CodePipeline::Pipeline ArtifactStore.Location
takes<codepipeline.Pipeline.Properties["RoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::CodePipeline::Pipeline RoleArn
takes<cognito.UserPoolClient.Properties["UserPoolId"]>(made<cognito.UserPool>().ref) // AWS::Cognito::UserPoolClient UserPoolId
takes<cognito.UserPoolDomain.Properties["UserPoolId"]>(made<cognito.UserPool>().ref) // AWS::Cognito::UserPoolDomain UserPoolId
takes<config.ConfigRule.Source["SourceIdentifier"]>(made<lambda.Function>().att["Arn"]) // AWS::Config::ConfigRule Source.SourceIdentifier
takes<config.ConfigurationRecorder.Properties["RoleARN"]>(made<iam.Role>().att["Arn"]) // AWS::Config::ConfigurationRecorder RoleARN
takes<config.DeliveryChannel.Properties["S3BucketName"]>(made<s3.Bucket>().ref) // AWS::Config::DeliveryChannel S3BucketName
takes<config.DeliveryChannel.Properties["SnsTopicARN"]>(made<sns.Topic>().ref) // AWS::Config::DeliveryChannel SnsTopicARN
takes<dms.Endpoint.S3Settings["BucketName"]>(made<s3.Bucket>().ref) // AWS::DMS::Endpoint S3Settings.BucketName
takes<dms.Endpoint.S3Settings["ServiceAccessRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::DMS::Endpoint S3Settings.ServiceAccessRoleArn
takes<dms.Endpoint.Properties["ServerName"]>(made<rds.DBCluster>().att["Endpoint.Address"]) // AWS::DMS::Endpoint ServerName
takes<dms.ReplicationInstance.Properties["AvailabilityZone"]>(made<ec2.Subnet>().att["AvailabilityZone"]) // AWS::DMS::ReplicationInstance AvailabilityZone
takes<dms.ReplicationInstance.Properties["ReplicationSubnetGroupIdentifier"]>(made<dms.ReplicationSubnetGroup>().ref) // AWS::DMS::ReplicationInstance ReplicationSubnetGroupIdentifier
takes<dms.ReplicationInstance.Properties["VpcSecurityGroupIds"]>([made<ec2.SecurityGroup>().ref]) // AWS::DMS::ReplicationInstance VpcSecurityGroupIds[]
takes<dms.ReplicationSubnetGroup.Properties["SubnetIds"]>([made<ec2.Subnet>().ref]) // AWS::DMS::ReplicationSubnetGroup SubnetIds[]
takes<dms.ReplicationTask.Properties["ReplicationInstanceArn"]>(made<dms.ReplicationInstance>().ref) // AWS::DMS::ReplicationTask ReplicationInstanceArn
takes<dms.ReplicationTask.Properties["SourceEndpointArn"]>(made<dms.Endpoint>().ref) // AWS::DMS::ReplicationTask SourceEndpointArn
takes<dms.ReplicationTask.Properties["TargetEndpointArn"]>(made<dms.Endpoint>().ref) // AWS::DMS::ReplicationTask TargetEndpointArn
takes<ec2.DHCPOptions.Properties["DomainNameServers"]>(made<directoryservice.MicrosoftAD>().att["DnsIpAddresses"]) // AWS::EC2::DHCPOptions DomainNameServers
takes<ec2.EIP.Properties["InstanceId"]>(made<ec2.Instance>().ref) // AWS::EC2::EIP InstanceId
takes<ec2.EIPAssociation.Properties["AllocationId"]>(made<ec2.EIP>().att["AllocationId"]) // AWS::EC2::EIPAssociation AllocationId
takes<ec2.EIPAssociation.Properties["InstanceId"]>(made<ec2.Instance>().ref) // AWS::EC2::EIPAssociation InstanceId
takes<ec2.EIPAssociation.Properties["NetworkInterfaceId"]>(made<ec2.NetworkInterface>().ref) // AWS::EC2::EIPAssociation NetworkInterfaceId
takes<ec2.EIPAssociation.Properties["PrivateIpAddress"]>(made<ec2.NetworkInterface>().att["PrimaryPrivateIpAddress"]) // AWS::EC2::EIPAssociation PrivateIpAddress
takes<ec2.EgressOnlyInternetGateway.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::EC2::EgressOnlyInternetGateway VpcId
takes<ec2.FlowLog.Properties["DeliverLogsPermissionArn"]>(made<iam.Role>().att["Arn"]) // AWS::EC2::FlowLog DeliverLogsPermissionArn
takes<ec2.FlowLog.Properties["LogDestination"]>(made<s3.Bucket>().att["Arn"]) // AWS::EC2::FlowLog LogDestination
takes<ec2.FlowLog.Properties["LogGroupName"]>(made<logs.LogGroup>().ref) // AWS::EC2::FlowLog LogGroupName
takes<ec2.FlowLog.Properties["ResourceId"]>(made<ec2.VPC>().ref) // AWS::EC2::FlowLog ResourceId
takes<ec2.Instance.Properties["IamInstanceProfile"]>(made<iam.InstanceProfile>().ref) // AWS::EC2::Instance IamInstanceProfile
takes<ec2.Instance.NetworkInterface["GroupSet"]>([made<ec2.SecurityGroup>().ref]) // AWS::EC2::Instance NetworkInterfaces[].GroupSet[]
takes<ec2.Instance.NetworkInterface["NetworkInterfaceId"]>(made<ec2.NetworkInterface>().ref) // AWS::EC2::Instance NetworkInterfaces[].NetworkInterfaceId
takes<ec2.Instance.NetworkInterface["SubnetId"]>(made<ec2.Subnet>().ref) // AWS::EC2::Instance NetworkInterfaces[].SubnetId
takes<ec2.Instance.Properties["SecurityGroupIds"]>([made<ec2.SecurityGroup>().att["GroupId"]]) // AWS::EC2::Instance SecurityGroupIds[]
takes<ec2.Instance.Properties["SecurityGroupIds"]>([made<ec2.SecurityGroup>().ref]) // AWS::EC2::Instance SecurityGroupIds[]
takes<ec2.Instance.Properties["SecurityGroups"]>([made<ec2.SecurityGroup>().ref]) // AWS::EC2::Instance SecurityGroups[]
takes<ec2.Instance.SsmAssociation["DocumentName"]>(made<ssm.Document>().ref) // AWS::EC2::Instance SsmAssociations[].DocumentName
takes<ec2.Instance.Properties["SubnetId"]>(made<cloudformation.Stack>().att["Outputs.PublicSubnet1ID"]) // AWS::EC2::Instance SubnetId
takes<ec2.Instance.Properties["SubnetId"]>(made<ec2.Subnet>().ref) // AWS::EC2::Instance SubnetId
takes<ec2.Instance.Properties["SubnetId"]>(made<ec2.Subnet>().att["SubnetId"]) // AWS::EC2::Instance SubnetId
takes<ec2.LaunchTemplate.IamInstanceProfile["Name"]>(made<iam.InstanceProfile>().ref) // AWS::EC2::LaunchTemplate LaunchTemplateData.IamInstanceProfile.Name
takes<ec2.LaunchTemplate.NetworkInterface["Groups"]>([made<ec2.SecurityGroup>().ref]) // AWS::EC2::LaunchTemplate LaunchTemplateData.NetworkInterfaces[].Groups[]
takes<ec2.LaunchTemplate.LaunchTemplateData["SecurityGroupIds"]>([made<ec2.SecurityGroup>().ref]) // AWS::EC2::LaunchTemplate LaunchTemplateData.SecurityGroupIds[]
takes<ec2.NatGateway.Properties["AllocationId"]>(made<ec2.EIP>().att["AllocationId"]) // AWS::EC2::NatGateway AllocationId
takes<ec2.NatGateway.Properties["SubnetId"]>(made<ec2.Subnet>().ref) // AWS::EC2::NatGateway SubnetId
takes<ec2.NetworkAcl.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::EC2::NetworkAcl VpcId
takes<ec2.NetworkAclEntry.Properties["NetworkAclId"]>(made<ec2.NetworkAcl>().ref) // AWS::EC2::NetworkAclEntry NetworkAclId
takes<ec2.NetworkInterface.Properties["GroupSet"]>([made<ec2.SecurityGroup>().ref]) // AWS::EC2::NetworkInterface GroupSet[]
takes<ec2.Route.Properties["EgressOnlyInternetGatewayId"]>(made<ec2.EgressOnlyInternetGateway>().ref) // AWS::EC2::Route EgressOnlyInternetGatewayId
takes<ec2.Route.Properties["GatewayId"]>(made<ec2.InternetGateway>().ref) // AWS::EC2::Route GatewayId
takes<ec2.Route.Properties["GatewayId"]>(made<ec2.VPNGateway>().ref) // AWS::EC2::Route GatewayId
takes<ec2.Route.Properties["InstanceId"]>(made<ec2.Instance>().ref) // AWS::EC2::Route InstanceId
takes<ec2.Route.Properties["NatGatewayId"]>(made<ec2.NatGateway>().ref) // AWS::EC2::Route NatGatewayId
takes<ec2.Route.Properties["RouteTableId"]>(made<ec2.RouteTable>().ref) // AWS::EC2::Route RouteTableId
takes<ec2.RouteTable.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::EC2::RouteTable VpcId
takes<ec2.SecurityGroup.Ingress["SourceSecurityGroupId"]>(made<ec2.SecurityGroup>().att["GroupId"]) // AWS::EC2::SecurityGroup SecurityGroupIngress[].SourceSecurityGroupId
takes<ec2.SecurityGroup.Ingress["SourceSecurityGroupId"]>(made<ec2.SecurityGroup>().ref) // AWS::EC2::SecurityGroup SecurityGroupIngress[].SourceSecurityGroupId
takes<ec2.SecurityGroup.Properties["VpcId"]>(made<cloudformation.Stack>().att["Outputs.VPCID"]) // AWS::EC2::SecurityGroup VpcId
takes<ec2.SecurityGroup.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::EC2::SecurityGroup VpcId
takes<ec2.SecurityGroupEgress.Properties["DestinationSecurityGroupId"]>(made<ec2.SecurityGroup>().ref) // AWS::EC2::SecurityGroupEgress DestinationSecurityGroupId
takes<ec2.SecurityGroupEgress.Properties["GroupId"]>(made<ec2.SecurityGroup>().ref) // AWS::EC2::SecurityGroupEgress GroupId
takes<ec2.SecurityGroupIngress.Properties["GroupId"]>(made<ec2.SecurityGroup>().att["GroupId"]) // AWS::EC2::SecurityGroupIngress GroupId
takes<ec2.SecurityGroupIngress.Properties["GroupId"]>(made<ec2.SecurityGroup>().ref) // AWS::EC2::SecurityGroupIngress GroupId
takes<ec2.SecurityGroupIngress.Properties["SourceSecurityGroupId"]>(made<ec2.SecurityGroup>().att["GroupId"]) // AWS::EC2::SecurityGroupIngress SourceSecurityGroupId
takes<ec2.SecurityGroupIngress.Properties["SourceSecurityGroupId"]>(made<ec2.SecurityGroup>().ref) // AWS::EC2::SecurityGroupIngress SourceSecurityGroupId
takes<ec2.Subnet.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::EC2::Subnet VpcId
takes<ec2.SubnetNetworkAclAssociation.Properties["NetworkAclId"]>(made<ec2.NetworkAcl>().ref) // AWS::EC2::SubnetNetworkAclAssociation NetworkAclId
takes<ec2.SubnetNetworkAclAssociation.Properties["SubnetId"]>(made<ec2.Subnet>().ref) // AWS::EC2::SubnetNetworkAclAssociation SubnetId
takes<ec2.SubnetRouteTableAssociation.Properties["RouteTableId"]>(made<ec2.RouteTable>().ref) // AWS::EC2::SubnetRouteTableAssociation RouteTableId
takes<ec2.SubnetRouteTableAssociation.Properties["SubnetId"]>(made<cloudformation.CustomResource>().att["PublicSubnet"]) // AWS::EC2::SubnetRouteTableAssociation SubnetId
takes<ec2.SubnetRouteTableAssociation.Properties["SubnetId"]>(made<ec2.Subnet>().ref) // AWS::EC2::SubnetRouteTableAssociation SubnetId
takes<ec2.VPCCidrBlock.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::EC2::VPCCidrBlock VpcId
takes<ec2.VPCDHCPOptionsAssociation.Properties["DhcpOptionsId"]>(made<ec2.DHCPOptions>().ref) // AWS::EC2::VPCDHCPOptionsAssociation DhcpOptionsId
takes<ec2.VPCDHCPOptionsAssociation.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::EC2::VPCDHCPOptionsAssociation VpcId
takes<ec2.VPCEndpoint.Properties["RouteTableIds"]>([made<ec2.RouteTable>().ref]) // AWS::EC2::VPCEndpoint RouteTableIds[]
takes<ec2.VPCEndpoint.Properties["SecurityGroupIds"]>([made<ec2.SecurityGroup>().ref]) // AWS::EC2::VPCEndpoint SecurityGroupIds[]
takes<ec2.VPCEndpoint.Properties["SubnetIds"]>([made<ec2.Subnet>().ref]) // AWS::EC2::VPCEndpoint SubnetIds[]
takes<ec2.VPCEndpoint.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::EC2::VPCEndpoint VpcId
takes<ec2.VPCEndpointService.Properties["NetworkLoadBalancerArns"]>([made<elasticloadbalancingv2.LoadBalancer>().ref]) // AWS::EC2::VPCEndpointService NetworkLoadBalancerArns[]
takes<ec2.VPCEndpointServicePermissions.Properties["ServiceId"]>(made<ec2.VPCEndpointService>().ref) // AWS::EC2::VPCEndpointServicePermissions ServiceId
takes<ec2.VPCGatewayAttachment.Properties["InternetGatewayId"]>(made<ec2.InternetGateway>().ref) // AWS::EC2::VPCGatewayAttachment InternetGatewayId
takes<ec2.VPCGatewayAttachment.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::EC2::VPCGatewayAttachment VpcId
takes<ec2.VPCGatewayAttachment.Properties["VpnGatewayId"]>(made<ec2.VPNGateway>().ref) // AWS::EC2::VPCGatewayAttachment VpnGatewayId
takes<ec2.VPNConnection.Properties["CustomerGatewayId"]>(made<ec2.CustomerGateway>().ref) // AWS::EC2::VPNConnection CustomerGatewayId
takes<ec2.VPNConnection.Properties["VpnGatewayId"]>(made<ec2.VPNGateway>().ref) // AWS::EC2::VPNConnection VpnGatewayId
takes<ec2.VPNConnectionRoute.Properties["VpnConnectionId"]>(made<ec2.VPNConnection>().ref) // AWS::EC2::VPNConnectionRoute VpnConnectionId
takes<ecs.Service.LoadBalancer["TargetGroupArn"]>(made<elasticloadbalancingv2.TargetGroup>().ref) // AWS::ECS::Service LoadBalancers[].TargetGroupArn
takes<ecs.Service.AwsVpcConfiguration["SecurityGroups"]>([made<ec2.SecurityGroup>().ref]) // AWS::ECS::Service NetworkConfiguration.AwsvpcConfiguration.SecurityGroups[]
takes<ecs.Service.Properties["Role"]>(made<iam.Role>().att["Arn"]) // AWS::ECS::Service Role
takes<ecs.Service.Properties["Role"]>(made<iam.Role>().ref) // AWS::ECS::Service Role
takes<ecs.Service.Properties["TaskDefinition"]>(made<ecs.TaskDefinition>().ref) // AWS::ECS::Service TaskDefinition
takes<ecs.TaskDefinition.LogConfiguration["Options"]>({ "*": made<logs.LogGroup>().ref }) // AWS::ECS::TaskDefinition ContainerDefinitions[].LogConfiguration.Options.*
takes<ecs.TaskDefinition.Properties["ExecutionRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::ECS::TaskDefinition ExecutionRoleArn
takes<ecs.TaskDefinition.Properties["TaskRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::ECS::TaskDefinition TaskRoleArn
takes<efs.AccessPoint.Properties["FileSystemId"]>(made<efs.FileSystem>().ref) // AWS::EFS::AccessPoint FileSystemId
takes<efs.MountTarget.Properties["FileSystemId"]>(made<efs.FileSystem>().ref) // AWS::EFS::MountTarget FileSystemId
takes<efs.MountTarget.Properties["SecurityGroups"]>([made<ec2.SecurityGroup>().att["GroupId"]]) // AWS::EFS::MountTarget SecurityGroups[]
takes<efs.MountTarget.Properties["SecurityGroups"]>([made<ec2.SecurityGroup>().ref]) // AWS::EFS::MountTarget SecurityGroups[]
takes<eks.Cluster.ResourcesVpcConfig["SecurityGroupIds"]>([made<ec2.SecurityGroup>().ref]) // AWS::EKS::Cluster ResourcesVpcConfig.SecurityGroupIds[]
takes<eks.Cluster.ResourcesVpcConfig["SubnetIds"]>([made<ec2.Subnet>().ref]) // AWS::EKS::Cluster ResourcesVpcConfig.SubnetIds[]
takes<eks.Cluster.Properties["RoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::EKS::Cluster RoleArn
takes<eks.Nodegroup.Properties["ClusterName"]>(made<eks.Cluster>().ref) // AWS::EKS::Nodegroup ClusterName
takes<eks.Nodegroup.Properties["Labels"]>({ "*": made<eks.Cluster>().ref }) // AWS::EKS::Nodegroup Labels.*
takes<eks.Nodegroup.LaunchTemplateSpecification["Id"]>(made<ec2.LaunchTemplate>().ref) // AWS::EKS::Nodegroup LaunchTemplate.Id
takes<eks.Nodegroup.Properties["NodeRole"]>(made<iam.Role>().att["Arn"]) // AWS::EKS::Nodegroup NodeRole
takes<eks.Nodegroup.Properties["Subnets"]>([made<ec2.Subnet>().ref]) // AWS::EKS::Nodegroup Subnets[]
takes<emr.Cluster.Properties["JobFlowRole"]>(made<iam.InstanceProfile>().ref) // AWS::EMR::Cluster JobFlowRole
takes<emr.Cluster.Properties["ServiceRole"]>(made<iam.Role>().ref) // AWS::EMR::Cluster ServiceRole
takes<elasticache.CacheCluster.Properties["CacheSubnetGroupName"]>(made<elasticache.SubnetGroup>().ref) // AWS::ElastiCache::CacheCluster CacheSubnetGroupName
takes<elasticbeanstalk.ApplicationVersion.Properties["ApplicationName"]>(made<elasticbeanstalk.Application>().ref) // AWS::ElasticBeanstalk::ApplicationVersion ApplicationName
takes<elasticbeanstalk.ConfigurationTemplate.Properties["ApplicationName"]>(made<elasticbeanstalk.Application>().ref) // AWS::ElasticBeanstalk::ConfigurationTemplate ApplicationName
takes<elasticbeanstalk.ConfigurationTemplate.ConfigurationOptionSetting["Value"]>(made<iam.InstanceProfile>().ref) // AWS::ElasticBeanstalk::ConfigurationTemplate OptionSettings[].Value
takes<elasticbeanstalk.ConfigurationTemplate.ConfigurationOptionSetting["Value"]>(made<iam.Role>().ref) // AWS::ElasticBeanstalk::ConfigurationTemplate OptionSettings[].Value
takes<elasticbeanstalk.Environment.Properties["ApplicationName"]>(made<elasticbeanstalk.Application>().ref) // AWS::ElasticBeanstalk::Environment ApplicationName
takes<elasticbeanstalk.Environment.Properties["TemplateName"]>(made<elasticbeanstalk.ConfigurationTemplate>().ref) // AWS::ElasticBeanstalk::Environment TemplateName
takes<elasticbeanstalk.Environment.Properties["VersionLabel"]>(made<elasticbeanstalk.ApplicationVersion>().ref) // AWS::ElasticBeanstalk::Environment VersionLabel
takes<elasticloadbalancing.LoadBalancer.AccessLoggingPolicy["S3BucketName"]>(made<s3.Bucket>().ref) // AWS::ElasticLoadBalancing::LoadBalancer AccessLoggingPolicy.S3BucketName
takes<elasticloadbalancing.LoadBalancer.Properties["Instances"]>([made<ec2.Instance>().ref]) // AWS::ElasticLoadBalancing::LoadBalancer Instances[]
takes<elasticloadbalancing.LoadBalancer.Listeners["SSLCertificateId"]>(made<cloudformation.Stack>().att["Outputs.ACMCertificate"]) // AWS::ElasticLoadBalancing::LoadBalancer Listeners[].SSLCertificateId
takes<elasticloadbalancing.LoadBalancer.Properties["SecurityGroups"]>([made<ec2.SecurityGroup>().ref]) // AWS::ElasticLoadBalancing::LoadBalancer SecurityGroups[]
takes<elasticloadbalancingv2.Listener.Certificate["CertificateArn"]>(made<certificatemanager.Certificate>().ref) // AWS::ElasticLoadBalancingV2::Listener Certificates[].CertificateArn
takes<elasticloadbalancingv2.Listener.Certificate["CertificateArn"]>(made<cloudformation.Stack>().att["Outputs.ACMCertificate"]) // AWS::ElasticLoadBalancingV2::Listener Certificates[].CertificateArn
takes<elasticloadbalancingv2.Listener.Action["TargetGroupArn"]>(made<elasticloadbalancingv2.TargetGroup>().ref) // AWS::ElasticLoadBalancingV2::Listener DefaultActions[].TargetGroupArn
takes<elasticloadbalancingv2.Listener.Properties["LoadBalancerArn"]>(made<elasticloadbalancingv2.LoadBalancer>().ref) // AWS::ElasticLoadBalancingV2::Listener LoadBalancerArn
takes<elasticloadbalancingv2.ListenerRule.Action["TargetGroupArn"]>(made<elasticloadbalancingv2.TargetGroup>().ref) // AWS::ElasticLoadBalancingV2::ListenerRule Actions[].TargetGroupArn
takes<elasticloadbalancingv2.ListenerRule.Properties["ListenerArn"]>(made<elasticloadbalancingv2.Listener>().ref) // AWS::ElasticLoadBalancingV2::ListenerRule ListenerArn
takes<elasticloadbalancingv2.LoadBalancer.Properties["SecurityGroups"]>([made<ec2.SecurityGroup>().ref]) // AWS::ElasticLoadBalancingV2::LoadBalancer SecurityGroups[]
takes<elasticloadbalancingv2.LoadBalancer.SubnetMapping["AllocationId"]>(made<ec2.EIP>().att["AllocationId"]) // AWS::ElasticLoadBalancingV2::LoadBalancer SubnetMappings[].AllocationId
takes<elasticloadbalancingv2.LoadBalancer.Properties["Subnets"]>([made<ec2.Subnet>().ref]) // AWS::ElasticLoadBalancingV2::LoadBalancer Subnets[]
takes<elasticloadbalancingv2.TargetGroup.TargetDescription["Id"]>(made<ec2.Instance>().ref) // AWS::ElasticLoadBalancingV2::TargetGroup Targets[].Id
takes<elasticloadbalancingv2.TargetGroup.Properties["VpcId"]>(made<ec2.VPC>().ref) // AWS::ElasticLoadBalancingV2::TargetGroup VpcId
takes<events.Rule.Properties["RoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::Events::Rule RoleArn
takes<events.Rule.Target["Arn"]>(made<batch.JobQueue>().ref) // AWS::Events::Rule Targets[].Arn
takes<events.Rule.Target["Arn"]>(made<events.EventBus>().att["Arn"]) // AWS::Events::Rule Targets[].Arn
takes<events.Rule.Target["Arn"]>(made<lambda.Function>().att["Arn"]) // AWS::Events::Rule Targets[].Arn
takes<events.Rule.Target["Arn"]>(made<sns.Topic>().ref) // AWS::Events::Rule Targets[].Arn
takes<events.Rule.Target["Arn"]>(made<stepfunctions.StateMachine>().ref) // AWS::Events::Rule Targets[].Arn
takes<events.Rule.DeadLetterConfig["Arn"]>(made<sqs.Queue>().att["Arn"]) // AWS::Events::Rule Targets[].DeadLetterConfig.Arn
takes<events.Rule.Target["RoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::Events::Rule Targets[].RoleArn
takes<greengrass.CoreDefinitionVersion.Properties["CoreDefinitionId"]>(made<greengrass.CoreDefinition>().ref) // AWS::Greengrass::CoreDefinitionVersion CoreDefinitionId
takes<greengrass.FunctionDefinition.Function["FunctionArn"]>(made<lambda.Version>().ref) // AWS::Greengrass::FunctionDefinition InitialVersion.Functions[].FunctionArn
takes<greengrass.Group.GroupVersion["CoreDefinitionVersionArn"]>(made<greengrass.CoreDefinitionVersion>().ref) // AWS::Greengrass::Group InitialVersion.CoreDefinitionVersionArn
takes<greengrass.Group.GroupVersion["FunctionDefinitionVersionArn"]>(made<greengrass.FunctionDefinition>().att["LatestVersionArn"]) // AWS::Greengrass::Group InitialVersion.FunctionDefinitionVersionArn
takes<greengrass.Group.GroupVersion["SubscriptionDefinitionVersionArn"]>(made<greengrass.SubscriptionDefinition>().att["LatestVersionArn"]) // AWS::Greengrass::Group InitialVersion.SubscriptionDefinitionVersionArn
takes<greengrass.Group.Properties["RoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::Greengrass::Group RoleArn
takes<greengrass.SubscriptionDefinition.Subscription["Source"]>(made<lambda.Version>().ref) // AWS::Greengrass::SubscriptionDefinition InitialVersion.Subscriptions[].Source
takes<greengrass.SubscriptionDefinition.Subscription["Target"]>(made<lambda.Version>().ref) // AWS::Greengrass::SubscriptionDefinition InitialVersion.Subscriptions[].Target
takes<iam.AccessKey.Properties["UserName"]>(made<iam.User>().ref) // AWS::IAM::AccessKey UserName
takes<iam.InstanceProfile.Properties["InstanceProfileName"]>(made<iam.Role>().ref) // AWS::IAM::InstanceProfile InstanceProfileName
takes<iam.InstanceProfile.Properties["Roles"]>([made<iam.Role>().ref]) // AWS::IAM::InstanceProfile Roles[]
takes<iam.ManagedPolicy.Properties["Groups"]>([made<iam.Group>().ref]) // AWS::IAM::ManagedPolicy Groups[]
takes<iam.ManagedPolicy.Properties["Roles"]>([made<iam.Role>().ref]) // AWS::IAM::ManagedPolicy Roles[]
takes<iam.Policy.Properties["Groups"]>([made<iam.Group>().ref]) // AWS::IAM::Policy Groups[]
takes<iam.Policy.Properties["Roles"]>([made<iam.Role>().ref]) // AWS::IAM::Policy Roles[]
takes<iam.Role.Properties["ManagedPolicyArns"]>([made<iam.ManagedPolicy>().ref]) // AWS::IAM::Role ManagedPolicyArns[]
takes<iam.RolePolicy.Properties["RoleName"]>(made<iam.Role>().ref) // AWS::IAM::RolePolicy RoleName
takes<iam.UserToGroupAddition.Properties["GroupName"]>(made<iam.Group>().ref) // AWS::IAM::UserToGroupAddition GroupName
takes<iam.UserToGroupAddition.Properties["Users"]>([made<iam.User>().ref]) // AWS::IAM::UserToGroupAddition Users[]
takes<iot.PolicyPrincipalAttachment.Properties["PolicyName"]>(made<iot.Policy>().ref) // AWS::IoT::PolicyPrincipalAttachment PolicyName
takes<iot.ThingPrincipalAttachment.Properties["ThingName"]>(made<iot.Thing>().ref) // AWS::IoT::ThingPrincipalAttachment ThingName
takes<iot.TopicRule.LambdaAction["FunctionArn"]>(made<lambda.Function>().att["Arn"]) // AWS::IoT::TopicRule TopicRulePayload.Actions[].Lambda.FunctionArn
takes<kms.Alias.Properties["TargetKeyId"]>(made<kms.Key>().ref) // AWS::KMS::Alias TargetKeyId
takes<kinesisfirehose.DeliveryStream.CloudWatchLoggingOptions["LogGroupName"]>(made<logs.LogGroup>().ref) // AWS::KinesisFirehose::DeliveryStream ExtendedS3DestinationConfiguration.CloudWatchLoggingOptions.LogGroupName
takes<kinesisfirehose.DeliveryStream.CloudWatchLoggingOptions["LogStreamName"]>(made<logs.LogStream>().ref) // AWS::KinesisFirehose::DeliveryStream ExtendedS3DestinationConfiguration.CloudWatchLoggingOptions.LogStreamName
takes<kinesisfirehose.DeliveryStream.ExtendedS3DestinationConfiguration["RoleARN"]>(made<iam.Role>().att["Arn"]) // AWS::KinesisFirehose::DeliveryStream ExtendedS3DestinationConfiguration.RoleARN
takes<lambda.Alias.Properties["FunctionName"]>(made<lambda.Function>().ref) // AWS::Lambda::Alias FunctionName
takes<lambda.Alias.Properties["FunctionVersion"]>(made<lambda.Version>().att["Version"]) // AWS::Lambda::Alias FunctionVersion
takes<lambda.CapacityProvider.CapacityProviderPermissionsConfig["CapacityProviderOperatorRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::Lambda::CapacityProvider PermissionsConfig.CapacityProviderOperatorRoleArn
takes<lambda.EventSourceMapping.Properties["EventSourceArn"]>(made<msk.Cluster>().ref) // AWS::Lambda::EventSourceMapping EventSourceArn
takes<lambda.EventSourceMapping.Properties["EventSourceArn"]>(made<sqs.Queue>().att["Arn"]) // AWS::Lambda::EventSourceMapping EventSourceArn
takes<lambda.EventSourceMapping.Properties["FunctionName"]>(made<lambda.Function>().att["Arn"]) // AWS::Lambda::EventSourceMapping FunctionName
takes<lambda.EventSourceMapping.Properties["FunctionName"]>(made<lambda.Function>().ref) // AWS::Lambda::EventSourceMapping FunctionName
takes<lambda.Function.Code["S3Bucket"]>(made<cloudformation.Stack>().att["Outputs.LambdaZipsBucket"]) // AWS::Lambda::Function Code.S3Bucket
takes<lambda.Function.Code["S3Bucket"]>(made<s3.Bucket>().ref) // AWS::Lambda::Function Code.S3Bucket
takes<lambda.Function.Environment["Variables"]>({ "CLUSTER": made<ecs.Cluster>().ref }) // AWS::Lambda::Function Environment.Variables.CLUSTER
takes<lambda.Function.Environment["Variables"]>({ "COGNITO_APP_CLIENT_ID": made<cognito.UserPoolClient>().ref }) // AWS::Lambda::Function Environment.Variables.COGNITO_APP_CLIENT_ID
takes<lambda.Function.Environment["Variables"]>({ "COGNITO_POOL_ID": made<cognito.UserPool>().ref }) // AWS::Lambda::Function Environment.Variables.COGNITO_POOL_ID
takes<lambda.Function.Environment["Variables"]>({ "ClusterMembersSSM": made<ssm.Parameter>().ref }) // AWS::Lambda::Function Environment.Variables.ClusterMembersSSM
takes<lambda.Function.Environment["Variables"]>({ "ELASTICSEARCH_ENDPOINT": made<elasticsearch.Domain>().att["DomainEndpoint"] }) // AWS::Lambda::Function Environment.Variables.ELASTICSEARCH_ENDPOINT
takes<lambda.Function.Environment["Variables"]>({ "IAMARN": made<iam.InstanceProfile>().att["Arn"] }) // AWS::Lambda::Function Environment.Variables.IAMARN
takes<lambda.Function.Environment["Variables"]>({ "LeaderElectedSSM": made<ssm.Parameter>().ref }) // AWS::Lambda::Function Environment.Variables.LeaderElectedSSM
takes<lambda.Function.Environment["Variables"]>({ "LeaderSSM": made<ssm.Parameter>().ref }) // AWS::Lambda::Function Environment.Variables.LeaderSSM
takes<lambda.Function.Environment["Variables"]>({ "QUEUE_URL": made<sqs.Queue>().ref }) // AWS::Lambda::Function Environment.Variables.QUEUE_URL
takes<lambda.Function.Environment["Variables"]>({ "SCALING_POLICY_NAME": made<autoscaling.ScalingPolicy>().ref }) // AWS::Lambda::Function Environment.Variables.SCALING_POLICY_NAME
takes<lambda.Function.Environment["Variables"]>({ "TABLE_NAME": made<dynamodb.Table>().ref }) // AWS::Lambda::Function Environment.Variables.TABLE_NAME
takes<lambda.Function.FileSystemConfig["Arn"]>(made<efs.AccessPoint>().att["Arn"]) // AWS::Lambda::Function FileSystemConfigs[].Arn
takes<lambda.Function.Properties["Role"]>(made<iam.Role>().att["Arn"]) // AWS::Lambda::Function Role
takes<lambda.Function.VpcConfig["SecurityGroupIds"]>([made<ec2.SecurityGroup>().ref]) // AWS::Lambda::Function VpcConfig.SecurityGroupIds[]
takes<lambda.Permission.Properties["FunctionName"]>(made<lambda.Function>().att["Arn"]) // AWS::Lambda::Permission FunctionName
takes<lambda.Permission.Properties["FunctionName"]>(made<lambda.Function>().ref) // AWS::Lambda::Permission FunctionName
takes<lambda.Permission.Properties["SourceArn"]>(made<events.Rule>().att["Arn"]) // AWS::Lambda::Permission SourceArn
takes<lambda.Permission.Properties["SourceArn"]>(made<iot.TopicRule>().att["Arn"]) // AWS::Lambda::Permission SourceArn
takes<lambda.Permission.Properties["SourceArn"]>(made<sns.Topic>().ref) // AWS::Lambda::Permission SourceArn
takes<lambda.Url.Properties["TargetFunctionArn"]>(made<lambda.Function>().ref) // AWS::Lambda::Url TargetFunctionArn
takes<lambda.Version.Properties["FunctionName"]>(made<lambda.Function>().att["Arn"]) // AWS::Lambda::Version FunctionName
takes<lambda.Version.Properties["FunctionName"]>(made<lambda.Function>().ref) // AWS::Lambda::Version FunctionName
takes<logs.LogStream.Properties["LogGroupName"]>(made<logs.LogGroup>().ref) // AWS::Logs::LogStream LogGroupName
takes<logs.MetricFilter.Properties["LogGroupName"]>(made<logs.LogGroup>().ref) // AWS::Logs::MetricFilter LogGroupName
takes<neptune.DBCluster.Properties["DBClusterParameterGroupName"]>(made<neptune.DBClusterParameterGroup>().ref) // AWS::Neptune::DBCluster DBClusterParameterGroupName
takes<neptune.DBCluster.Properties["DBSubnetGroupName"]>(made<neptune.DBSubnetGroup>().ref) // AWS::Neptune::DBCluster DBSubnetGroupName
takes<neptune.DBCluster.Properties["VpcSecurityGroupIds"]>([made<ec2.SecurityGroup>().ref]) // AWS::Neptune::DBCluster VpcSecurityGroupIds[]
takes<neptune.DBInstance.Properties["DBClusterIdentifier"]>(made<neptune.DBCluster>().ref) // AWS::Neptune::DBInstance DBClusterIdentifier
takes<neptune.DBInstance.Properties["DBParameterGroupName"]>(made<neptune.DBParameterGroup>().ref) // AWS::Neptune::DBInstance DBParameterGroupName
takes<neptune.DBInstance.Properties["DBSubnetGroupName"]>(made<neptune.DBSubnetGroup>().ref) // AWS::Neptune::DBInstance DBSubnetGroupName
takes<rds.DBCluster.Properties["DBClusterParameterGroupName"]>(made<rds.DBClusterParameterGroup>().ref) // AWS::RDS::DBCluster DBClusterParameterGroupName
takes<rds.DBCluster.Properties["DBSubnetGroupName"]>(made<rds.DBSubnetGroup>().ref) // AWS::RDS::DBCluster DBSubnetGroupName
takes<rds.DBCluster.Properties["KmsKeyId"]>(made<kms.Key>().att["Arn"]) // AWS::RDS::DBCluster KmsKeyId
takes<rds.DBCluster.Properties["VpcSecurityGroupIds"]>([made<ec2.SecurityGroup>().ref]) // AWS::RDS::DBCluster VpcSecurityGroupIds[]
takes<rds.DBInstance.Properties["DBClusterIdentifier"]>(made<rds.DBCluster>().ref) // AWS::RDS::DBInstance DBClusterIdentifier
takes<rds.DBInstance.Properties["DBParameterGroupName"]>(made<rds.DBParameterGroup>().ref) // AWS::RDS::DBInstance DBParameterGroupName
takes<rds.DBInstance.Properties["DBSubnetGroupName"]>(made<rds.DBSubnetGroup>().ref) // AWS::RDS::DBInstance DBSubnetGroupName
takes<rds.DBInstance.Properties["MonitoringRoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::RDS::DBInstance MonitoringRoleArn
takes<rds.DBInstance.Properties["SourceDBInstanceIdentifier"]>(made<rds.DBInstance>().ref) // AWS::RDS::DBInstance SourceDBInstanceIdentifier
takes<rds.DBInstance.Properties["VPCSecurityGroups"]>([made<ec2.SecurityGroup>().att["GroupId"]]) // AWS::RDS::DBInstance VPCSecurityGroups[]
takes<rds.DBInstance.Properties["VPCSecurityGroups"]>([made<ec2.SecurityGroup>().ref]) // AWS::RDS::DBInstance VPCSecurityGroups[]
takes<rds.DBSubnetGroup.Properties["SubnetIds"]>([made<ec2.Subnet>().ref]) // AWS::RDS::DBSubnetGroup SubnetIds[]
takes<rds.EventSubscription.Properties["SnsTopicArn"]>(made<sns.Topic>().ref) // AWS::RDS::EventSubscription SnsTopicArn
takes<rds.EventSubscription.Properties["SourceIds"]>([made<rds.DBCluster>().ref]) // AWS::RDS::EventSubscription SourceIds[]
takes<rds.EventSubscription.Properties["SourceIds"]>([made<rds.DBInstance>().ref]) // AWS::RDS::EventSubscription SourceIds[]
takes<rds.EventSubscription.Properties["SourceIds"]>([made<rds.DBParameterGroup>().ref]) // AWS::RDS::EventSubscription SourceIds[]
takes<redshift.Cluster.Properties["ClusterParameterGroupName"]>(made<redshift.ClusterParameterGroup>().ref) // AWS::Redshift::Cluster ClusterParameterGroupName
takes<redshift.Cluster.Properties["ClusterSubnetGroupName"]>(made<redshift.ClusterSubnetGroup>().ref) // AWS::Redshift::Cluster ClusterSubnetGroupName
takes<redshift.Cluster.Properties["VpcSecurityGroupIds"]>([made<ec2.SecurityGroup>().ref]) // AWS::Redshift::Cluster VpcSecurityGroupIds[]
takes<redshift.ClusterSubnetGroup.Properties["SubnetIds"]>([made<ec2.Subnet>().ref]) // AWS::Redshift::ClusterSubnetGroup SubnetIds[]
takes<route53.RecordSet.AliasTarget["DNSName"]>(made<cloudfront.Distribution>().att["DomainName"]) // AWS::Route53::RecordSet AliasTarget.DNSName
takes<route53.RecordSet.AliasTarget["DNSName"]>(made<elasticloadbalancing.LoadBalancer>().att["DNSName"]) // AWS::Route53::RecordSet AliasTarget.DNSName
takes<route53.RecordSet.AliasTarget["DNSName"]>(made<elasticloadbalancingv2.LoadBalancer>().att["DNSName"]) // AWS::Route53::RecordSet AliasTarget.DNSName
takes<route53.RecordSet.AliasTarget["HostedZoneId"]>(made<elasticloadbalancing.LoadBalancer>().att["CanonicalHostedZoneNameID"]) // AWS::Route53::RecordSet AliasTarget.HostedZoneId
takes<route53.RecordSet.AliasTarget["HostedZoneId"]>(made<elasticloadbalancingv2.LoadBalancer>().att["CanonicalHostedZoneID"]) // AWS::Route53::RecordSet AliasTarget.HostedZoneId
takes<route53.RecordSet.Properties["ResourceRecords"]>([made<ec2.EIP>().ref]) // AWS::Route53::RecordSet ResourceRecords[]
takes<route53.RecordSet.Properties["ResourceRecords"]>([made<rds.DBCluster>().att["Endpoint.Address"]]) // AWS::Route53::RecordSet ResourceRecords[]
takes<route53.RecordSetGroup.AliasTarget["DNSName"]>(made<apigatewayv2.DomainName>().att["RegionalDomainName"]) // AWS::Route53::RecordSetGroup RecordSets[].AliasTarget.DNSName
takes<route53.RecordSetGroup.AliasTarget["HostedZoneId"]>(made<apigatewayv2.DomainName>().att["RegionalHostedZoneId"]) // AWS::Route53::RecordSetGroup RecordSets[].AliasTarget.HostedZoneId
takes<s3.Bucket.ServerSideEncryptionByDefault["KMSMasterKeyID"]>(made<kms.Key>().att["Arn"]) // AWS::S3::Bucket BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.KMSMasterKeyID
takes<s3.Bucket.ServerSideEncryptionByDefault["KMSMasterKeyID"]>(made<kms.Key>().ref) // AWS::S3::Bucket BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.KMSMasterKeyID
takes<s3.Bucket.LoggingConfiguration["DestinationBucketName"]>(made<s3.Bucket>().ref) // AWS::S3::Bucket LoggingConfiguration.DestinationBucketName
takes<s3.Bucket.LambdaConfiguration["Function"]>(made<lambda.Function>().att["Arn"]) // AWS::S3::Bucket NotificationConfiguration.LambdaConfigurations[].Function
takes<s3.Bucket.TopicConfiguration["Topic"]>(made<sns.Topic>().ref) // AWS::S3::Bucket NotificationConfiguration.TopicConfigurations[].Topic
takes<s3.Bucket.ReplicationConfiguration["Role"]>(made<iam.Role>().att["Arn"]) // AWS::S3::Bucket ReplicationConfiguration.Role
takes<s3.Bucket.ReplicationDestination["Bucket"]>(made<s3.Bucket>().att["Arn"]) // AWS::S3::Bucket ReplicationConfiguration.Rules[].Destination.Bucket
takes<s3.BucketPolicy.Properties["Bucket"]>(made<s3.Bucket>().ref) // AWS::S3::BucketPolicy Bucket
takes<sns.Subscription.Properties["Endpoint"]>(made<lambda.Function>().att["Arn"]) // AWS::SNS::Subscription Endpoint
takes<sns.Subscription.Properties["Endpoint"]>(made<sqs.Queue>().att["Arn"]) // AWS::SNS::Subscription Endpoint
takes<sns.Subscription.Properties["TopicArn"]>(made<sns.Topic>().ref) // AWS::SNS::Subscription TopicArn
takes<sns.Topic.Subscription["Endpoint"]>(made<lambda.Function>().att["Arn"]) // AWS::SNS::Topic Subscription[].Endpoint
takes<sns.TopicPolicy.Properties["Topics"]>([made<sns.Topic>().ref]) // AWS::SNS::TopicPolicy Topics[]
takes<sqs.QueuePolicy.Properties["Queues"]>([made<sqs.Queue>().ref]) // AWS::SQS::QueuePolicy Queues[]
takes<ssm.Association.Target["Values"]>([made<ec2.Instance>().ref]) // AWS::SSM::Association Targets[].Values[]
takes<ssm.MaintenanceWindowTarget.Targets["Values"]>([made<ec2.Instance>().ref]) // AWS::SSM::MaintenanceWindowTarget Targets[].Values[]
takes<ssm.MaintenanceWindowTarget.Properties["WindowId"]>(made<ssm.MaintenanceWindow>().ref) // AWS::SSM::MaintenanceWindowTarget WindowId
takes<ssm.MaintenanceWindowTask.Target["Values"]>([made<ssm.MaintenanceWindowTarget>().ref]) // AWS::SSM::MaintenanceWindowTask Targets[].Values[]
takes<ssm.MaintenanceWindowTask.Properties["WindowId"]>(made<ssm.MaintenanceWindow>().ref) // AWS::SSM::MaintenanceWindowTask WindowId
takes<secretsmanager.Secret.Properties["KmsKeyId"]>(made<kms.Key>().ref) // AWS::SecretsManager::Secret KmsKeyId
takes<secretsmanager.SecretTargetAttachment.Properties["SecretId"]>(made<secretsmanager.Secret>().ref) // AWS::SecretsManager::SecretTargetAttachment SecretId
takes<secretsmanager.SecretTargetAttachment.Properties["TargetId"]>(made<rds.DBCluster>().ref) // AWS::SecretsManager::SecretTargetAttachment TargetId
takes<secretsmanager.SecretTargetAttachment.Properties["TargetId"]>(made<rds.DBInstance>().ref) // AWS::SecretsManager::SecretTargetAttachment TargetId
takes<sam.Function.FunctionEnvironment["Variables"]>({ "LAMBDA_ARN": made<sam.Function>().att["Arn"] }) // AWS::Serverless::Function Environment.Variables.LAMBDA_ARN
takes<sam.Function.CloudWatchLogsEvent["LogGroupName"]>(made<logs.LogGroup>().ref) // AWS::Serverless::Function Events.FunctionALogGroup.Properties.LogGroupName
takes<sam.Function.CloudWatchLogsEvent["LogGroupName"]>(made<logs.LogGroup>().ref) // AWS::Serverless::Function Events.FunctionBLogGroup.Properties.LogGroupName
takes<sam.Function.CloudWatchLogsEvent["LogGroupName"]>(made<logs.LogGroup>().ref) // AWS::Serverless::Function Events.FunctionCLogGroup.Properties.LogGroupName
takes<sam.Function.ApiEvent["RestApiId"]>(made<sam.Api>().ref) // AWS::Serverless::Function Events.ThumbnailApi.Properties.RestApiId
takes<sam.Function.S3Event["Bucket"]>(made<s3.Bucket>().ref) // AWS::Serverless::Function Events.Upload.Properties.Bucket
takes<servicecatalog.PortfolioProductAssociation.Properties["ProductId"]>(made<servicecatalog.CloudFormationProduct>().ref) // AWS::ServiceCatalog::PortfolioProductAssociation ProductId
takes<servicecatalog.TagOptionAssociation.Properties["ResourceId"]>(made<servicecatalog.CloudFormationProduct>().ref) // AWS::ServiceCatalog::TagOptionAssociation ResourceId
takes<stepfunctions.StateMachine.Properties["DefinitionSubstitutions"]>({ "definition_substitution_1": made<lambda.Function>().att["Arn"] }) // AWS::StepFunctions::StateMachine DefinitionSubstitutions.definition_substitution_1
takes<stepfunctions.StateMachine.Properties["DefinitionSubstitutions"]>({ "definition_substitution_1": made<lambda.Function>().ref }) // AWS::StepFunctions::StateMachine DefinitionSubstitutions.definition_substitution_1
takes<stepfunctions.StateMachine.Properties["DefinitionSubstitutions"]>({ "definition_substitution_1": made<sqs.Queue>().ref }) // AWS::StepFunctions::StateMachine DefinitionSubstitutions.definition_substitution_1
takes<stepfunctions.StateMachine.Properties["DefinitionSubstitutions"]>({ "my_lambda_arn": made<lambda.Function>().att["Arn"] }) // AWS::StepFunctions::StateMachine DefinitionSubstitutions.my_lambda_arn
takes<stepfunctions.StateMachine.CloudWatchLogsLogGroup["LogGroupArn"]>(made<logs.LogGroup>().att["Arn"]) // AWS::StepFunctions::StateMachine LoggingConfiguration.Destinations[].CloudWatchLogsLogGroup.LogGroupArn
takes<stepfunctions.StateMachine.Properties["RoleArn"]>(made<iam.Role>().att["Arn"]) // AWS::StepFunctions::StateMachine RoleArn
takes<stepfunctions.StateMachineAlias.DeploymentPreference["StateMachineVersionArn"]>(made<stepfunctions.StateMachineVersion>().ref) // AWS::StepFunctions::StateMachineAlias DeploymentPreference.StateMachineVersionArn
takes<stepfunctions.StateMachineVersion.Properties["StateMachineArn"]>(made<stepfunctions.StateMachine>().ref) // AWS::StepFunctions::StateMachineVersion StateMachineArn
takes<stepfunctions.StateMachineVersion.Properties["StateMachineRevisionId"]>(made<stepfunctions.StateMachine>().att["StateMachineRevisionId"]) // AWS::StepFunctions::StateMachineVersion StateMachineRevisionId
takes<waf.Rule.Predicate["DataId"]>(made<waf.IPSet>().ref) // AWS::WAF::Rule Predicates[].DataId
takes<waf.Rule.Predicate["DataId"]>(made<waf.SizeConstraintSet>().ref) // AWS::WAF::Rule Predicates[].DataId
takes<waf.Rule.Predicate["DataId"]>(made<waf.SqlInjectionMatchSet>().ref) // AWS::WAF::Rule Predicates[].DataId
takes<waf.Rule.Predicate["DataId"]>(made<waf.XssMatchSet>().ref) // AWS::WAF::Rule Predicates[].DataId
takes<waf.WebACL.ActivatedRule["RuleId"]>(made<waf.Rule>().ref) // AWS::WAF::WebACL Rules[].RuleId
takes<wafregional.Rule.Predicate["DataId"]>(made<wafregional.IPSet>().ref) // AWS::WAFRegional::Rule Predicates[].DataId
takes<wafregional.Rule.Predicate["DataId"]>(made<wafregional.SizeConstraintSet>().ref) // AWS::WAFRegional::Rule Predicates[].DataId
takes<wafregional.Rule.Predicate["DataId"]>(made<wafregional.SqlInjectionMatchSet>().ref) // AWS::WAFRegional::Rule Predicates[].DataId
takes<wafregional.Rule.Predicate["DataId"]>(made<wafregional.XssMatchSet>().ref) // AWS::WAFRegional::Rule Predicates[].DataId
takes<wafregional.WebACL.Rule["RuleId"]>(made<wafregional.Rule>().ref) // AWS::WAFRegional::WebACL Rules[].RuleId
takes<wafv2.WebACLAssociation.Properties["ResourceArn"]>(made<elasticloadbalancing.LoadBalancer>().ref) // AWS::WAFv2::WebACLAssociation ResourceArn
takes<wafv2.WebACLAssociation.Properties["ResourceArn"]>(made<elasticloadbalancingv2.LoadBalancer>().ref) // AWS::WAFv2::WebACLAssociation ResourceArn
