export { compose } from './compose/compose.ts'
export type { ComposedStack, ComposeOptions } from './compose/compose.ts'
export { ComposeError } from './compose/problems.ts'
export type { Problem } from './compose/problems.ts'
export { stack } from './compose/stack.ts'
export type { Stack } from './compose/stack.ts'
export { and, condition, equals, ifElse, not, or } from './model/condition.ts'
export type * as Cfn from './model/cfn.ts'
export type { Condition, Test } from './model/condition.ts'
export { CfstackError } from './model/error.ts'
export { forEach } from './model/for-each.ts'
export type { ForEach } from './model/for-each.ts'
export type { CloudformElement, Element, Fragment } from './model/fragment.ts'
export {
  base64,
  cidr,
  findInMap,
  getAtt,
  getAZs,
  getStackOutput,
  importValue,
  join,
  length,
  ref,
  select,
  split,
  sub,
  toJsonString,
  transform,
} from './model/functions.ts'
export { raw } from './model/intrinsic.ts'
export type {
  Manifest,
  ManifestCapability,
  ManifestExport,
  ManifestStack,
  ManifestSuppression,
} from './model/manifest.ts'
export { mapping } from './model/mapping.ts'
export type { Mapping } from './model/mapping.ts'
export { output } from './model/output.ts'
export type { Output, OutputOptions } from './model/output.ts'
export { override } from './model/override.ts'
export type { Overrides } from './model/override.ts'
export { parameter } from './model/parameter.ts'
export type { Parameter, ParameterOptions, ParameterType } from './model/parameter.ts'
export {
  accountId,
  noValue,
  notificationArns,
  partition,
  region,
  stackId,
  stackName,
  urlSuffix,
} from './model/pseudo.ts'
export { resource } from './model/resource.ts'
export type { Dependency, Resource, ResourceOptions } from './model/resource.ts'
export { contains, eachMemberEquals, eachMemberIn, refAll, rule, valueOf, valueOfAll } from './model/rule.ts'
export type { Assertion, Rule, RuleOptions } from './model/rule.ts'
export type { Capability, RollbackAlarm, StackPolicy, StackSettings } from './model/stack.ts'
export type { Template, TemplateOutput, TemplateParameter, TemplateResource } from './model/template.ts'
export type { CloudformIntrinsic, Id, Intrinsic, Json, List, Scalar, Value } from './model/value.ts'
export { aliasRecord } from './resources/alias-record.ts'
export type { AliasTarget } from './resources/alias-record.ts'
export { applicationLoadBalancer } from './resources/application-load-balancer.ts'
export type { ApplicationLoadBalancerOptions } from './resources/application-load-balancer.ts'
export { bastion } from './resources/bastion.ts'
export type { BastionOptions } from './resources/bastion.ts'
export { cidrPlan } from './resources/cidr-plan.ts'
export type { CidrPlan, CidrPlanOptions, ZoneBlocks } from './resources/cidr-plan.ts'
export { classicLoadBalancer } from './resources/classic-load-balancer.ts'
export type { ClassicLoadBalancerOptions } from './resources/classic-load-balancer.ts'
export { cluster } from './resources/cluster.ts'
export { clusterCapacity } from './resources/cluster-capacity.ts'
export type { ClusterCapacityOptions } from './resources/cluster-capacity.ts'
export type { ClusterOptions } from './resources/cluster-options.ts'
export { clusterScaling } from './resources/cluster-scaling.ts'
export type { ClusterScalingOptions } from './resources/cluster-scaling.ts'
export type { ContainerHealthCheck, ContainerParts } from './resources/container-definition.ts'
export type { ContainerLogOptions } from './resources/container-log.ts'
export type { ContainerSecret, ContainerSecrets } from './resources/container-secrets.ts'
export { database } from './resources/database.ts'
export type { SingleDatabaseOptions } from './resources/database.ts'
export { databaseCluster } from './resources/database-cluster.ts'
export type { DatabaseClusterOptions } from './resources/database-cluster.ts'
export type { ClusterEngine, DatabaseEngine } from './resources/database-engines.ts'
export type { DatabaseEnd, DatabaseOptions } from './resources/database-options.ts'
export { dhcpOptions, resolverAddress } from './resources/dhcp-options.ts'
export type { DhcpOptionsOptions } from './resources/dhcp-options.ts'
export { dnsZone } from './resources/dns-zone.ts'
export type { DnsZoneOptions, ZoneHandle } from './resources/dns-zone.ts'
export { flowLogs } from './resources/flow-logs.ts'
export type { FlowLogsOptions } from './resources/flow-logs.ts'
export type { FrontedServiceOptions } from './resources/fronted-service.ts'
export type { After, Handle } from './resources/handle.ts'
export type { HealthCheckOptions } from './resources/health-check.ts'
export { iamUser } from './resources/iam-user.ts'
export type { IamUserOptions } from './resources/iam-user.ts'
export { instanceRole } from './resources/instance-role.ts'
export type { InstanceRoleOptions } from './resources/instance-role.ts'
export type { AlarmLevels, AlarmTopics } from './resources/level-alarms.ts'
export { listenerRule } from './resources/listener-rule.ts'
export type { Route } from './resources/listener-rule.ts'
export { loadBalancerAlarms } from './resources/load-balancer-alarms.ts'
export type { LoadBalancerAlarmsOptions } from './resources/load-balancer-alarms.ts'
export type { LoadBalancerOptions } from './resources/load-balancer-options.ts'
export { logBucket } from './resources/log-bucket.ts'
export type { LogBucketHandle, LogBucketOptions } from './resources/log-bucket.ts'
export { amazonLinux, ecsOptimized } from './resources/machine-image.ts'
export type { Architecture } from './resources/machine-image.ts'
export { managedPolicy } from './resources/managed-policy.ts'
export { natGateway } from './resources/nat-gateway.ts'
export type { NatGatewayOptions } from './resources/nat-gateway.ts'
export { natInstance } from './resources/nat-instance.ts'
export type { NatInstanceOptions } from './resources/nat-instance.ts'
export { network } from './resources/network.ts'
export type { Network, NetworkOptions } from './resources/network.ts'
export { regionCidr } from './resources/region-cidr.ts'
export type { RegionCidrOptions } from './resources/region-cidr.ts'
export { routedService } from './resources/routed-service.ts'
export type { RoutedServiceOptions } from './resources/routed-service.ts'
export type { RunningOptions } from './resources/running-service.ts'
export { securityGroup } from './resources/security-group.ts'
export type { SecurityGroupOptions } from './resources/security-group.ts'
export { securityGroups } from './resources/security-groups.ts'
export type { SecurityGroupsOptions } from './resources/security-groups.ts'
export { service } from './resources/service.ts'
export type { ServiceOptions } from './resources/service.ts'
export { serviceAlarms } from './resources/service-alarms.ts'
export type { ServiceAlarmsOptions } from './resources/service-alarms.ts'
export { serviceRole } from './resources/service-role.ts'
export { serviceScaling } from './resources/service-scaling.ts'
export type { ServiceScalingOptions } from './resources/service-scaling.ts'
export { sharedLoadBalancer } from './resources/shared-load-balancer.ts'
export type { SharedLoadBalancer, SharedLoadBalancerOptions } from './resources/shared-load-balancer.ts'
export type { Sidecar } from './resources/sidecars.ts'
export { targetGroup } from './resources/target-group.ts'
export type { TargetGroupOptions } from './resources/target-group.ts'
export { task } from './resources/task.ts'
export type { ContainerOptions, TaskOptions } from './resources/task.ts'
export type { TaskNetwork, TaskPlacement } from './resources/task-network.ts'
export type { TaskPort } from './resources/task-ports.ts'
export type { TaskVolume } from './resources/task-volumes.ts'
export { userData } from './resources/user-data.ts'
export type { UserDataPart } from './resources/user-data.ts'
export { vpcEndpoints } from './resources/vpc-endpoints.ts'
export type { VpcEndpointsOptions } from './resources/vpc-endpoints.ts'
export { webService } from './resources/web-service.ts'
export type { WebServiceOptions } from './resources/web-service.ts'
export { worker } from './resources/worker.ts'
export type { WorkerOptions } from './resources/worker.ts'
export type { TypeModel } from './codegen/type-model.ts'
export type { Finding, Level, Path } from './validate/finding.ts'
export { parseTemplate } from './validate/read-template.ts'
export type { Suppression, SuppressedFinding } from './validate/suppress.ts'
export { examine, validate } from './validate/validate.ts'
export type { Examination, ValidateOptions } from './validate/validate.ts'
