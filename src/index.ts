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
export type {
  Capability,
  DeployRole,
  RollbackAlarm,
  StackOutput,
  StackPolicy,
  StackSettings,
} from './model/stack.ts'
export type { Template, TemplateOutput, TemplateParameter, TemplateResource } from './model/template.ts'
export type { CloudformIntrinsic, Id, Intrinsic, Json, List, Scalar, Value } from './model/value.ts'
export { aliasRecord } from './resources/network/alias-record.ts'
export type { AliasTarget } from './resources/network/alias-record.ts'
export { applicationLoadBalancer } from './resources/load-balancer/application-load-balancer.ts'
export type { ApplicationLoadBalancerOptions } from './resources/load-balancer/application-load-balancer.ts'
export { bastion } from './resources/access/bastion.ts'
export type { BastionOptions } from './resources/access/bastion.ts'
export { cidrPlan } from './resources/network/cidr-plan.ts'
export type { CidrPlan, CidrPlanOptions, ZoneBlocks } from './resources/network/cidr-plan.ts'
export { classicLoadBalancer } from './resources/load-balancer/classic-load-balancer.ts'
export type { ClassicLoadBalancerOptions } from './resources/load-balancer/classic-load-balancer.ts'
export { cluster } from './resources/cluster/cluster.ts'
export { clusterCapacity } from './resources/cluster/cluster-capacity.ts'
export type { ClusterCapacityOptions } from './resources/cluster/cluster-capacity.ts'
export type { ClusterOptions } from './resources/cluster/cluster-options.ts'
export { clusterScaling } from './resources/cluster/cluster-scaling.ts'
export type { ClusterScalingOptions } from './resources/cluster/cluster-scaling.ts'
export type { BlueGreenOptions } from './resources/service/blue-green.ts'
export type { ContainerHealthCheck, ContainerParts } from './resources/service/container-definition.ts'
export type { ContainerLogOptions } from './resources/service/container-log.ts'
export type { ContainerSecret, ContainerSecrets } from './resources/service/container-secrets.ts'
export { daemon } from './resources/service/daemon.ts'
export type { DaemonOptions } from './resources/service/daemon.ts'
export { database } from './resources/database/database.ts'
export type { SingleDatabaseOptions } from './resources/database/database.ts'
export { databaseCluster } from './resources/database/database-cluster.ts'
export type { DatabaseClusterOptions } from './resources/database/database-cluster.ts'
export type { ClusterEngine, DatabaseEngine } from './resources/database/database-engines.ts'
export type { DatabaseEnd, DatabaseOptions } from './resources/database/database-options.ts'
export { dhcpOptions, resolverAddress } from './resources/network/dhcp-options.ts'
export type { DhcpOptionsOptions } from './resources/network/dhcp-options.ts'
export { discoveryNamespace } from './resources/network/discovery-namespace.ts'
export type { DiscoveryNamespaceOptions } from './resources/network/discovery-namespace.ts'
export { dnsZone } from './resources/network/dns-zone.ts'
export type { DnsZoneOptions, ZoneHandle } from './resources/network/dns-zone.ts'
export { flowLogs } from './resources/network/flow-logs.ts'
export type { FlowLogsOptions } from './resources/network/flow-logs.ts'
export { foundation } from './resources/foundation/foundation.ts'
export type { Foundation, FoundationOptions } from './resources/foundation/foundation.ts'
export { fileSystem } from './resources/storage/file-system.ts'
export type { FileSystemOptions } from './resources/storage/file-system.ts'
export type { FrontedServiceOptions } from './resources/service/fronted-service.ts'
export type { After, Handle } from './resources/handle.ts'
export type { HealthCheckOptions } from './resources/load-balancer/health-check.ts'
export { iamUser } from './resources/access/iam-user.ts'
export type { IamUserOptions } from './resources/access/iam-user.ts'
export { instanceRole } from './resources/access/instance-role.ts'
export type { InstanceRoleOptions } from './resources/access/instance-role.ts'
export type { AlarmLevels, AlarmTopics } from './resources/alarms/level-alarms.ts'
export { listenerRule } from './resources/load-balancer/listener-rule.ts'
export type { Route } from './resources/load-balancer/listener-rule.ts'
export { loadBalancerAlarms } from './resources/alarms/load-balancer-alarms.ts'
export type { LoadBalancerAlarmsOptions } from './resources/alarms/load-balancer-alarms.ts'
export type { LoadBalancerOptions } from './resources/load-balancer/load-balancer-options.ts'
export { logBucket } from './resources/load-balancer/log-bucket.ts'
export type { LogBucketHandle, LogBucketOptions } from './resources/load-balancer/log-bucket.ts'
export { amazonLinux, ecsOptimized } from './resources/cluster/machine-image.ts'
export type { Architecture } from './resources/cluster/machine-image.ts'
export { managedPolicy } from './resources/access/managed-policy.ts'
export { natGateway } from './resources/network/nat-gateway.ts'
export type { NatGatewayOptions } from './resources/network/nat-gateway.ts'
export { natInstance } from './resources/network/nat-instance.ts'
export type { NatInstanceOptions } from './resources/network/nat-instance.ts'
export { networkLoadBalancer } from './resources/load-balancer/network-load-balancer.ts'
export type { NetworkLoadBalancerOptions } from './resources/load-balancer/network-load-balancer.ts'
export { network } from './resources/network/network.ts'
export type { Network, NetworkOptions } from './resources/network/network.ts'
export { regionCidr } from './resources/network/region-cidr.ts'
export type { RegionCidrOptions } from './resources/network/region-cidr.ts'
export { routedService } from './resources/service/routed-service.ts'
export type { RoutedServiceOptions } from './resources/service/routed-service.ts'
export type { RunningOptions } from './resources/service/running-service.ts'
export { securityGroup } from './resources/access/security-group.ts'
export type { SecurityGroupOptions } from './resources/access/security-group.ts'
export { securityGroups } from './resources/access/security-groups.ts'
export type { SecurityGroupsOptions } from './resources/access/security-groups.ts'
export { service } from './resources/service/service.ts'
export type { ServiceOptions } from './resources/service/service.ts'
export { serviceAlarms } from './resources/alarms/service-alarms.ts'
export type { ServiceAlarmsOptions } from './resources/alarms/service-alarms.ts'
export type { DiscoveryOptions } from './resources/service/service-discovery.ts'
export { serviceRole } from './resources/access/service-role.ts'
export { serviceScaling } from './resources/service/service-scaling.ts'
export type { ServiceScalingOptions } from './resources/service/service-scaling.ts'
export type { ScalingStep, ScalingSteps } from './resources/service/service-steps.ts'
export { sharedLoadBalancer } from './resources/load-balancer/shared-load-balancer.ts'
export type {
  SharedLoadBalancer,
  SharedLoadBalancerOptions,
} from './resources/load-balancer/shared-load-balancer.ts'
export type { Sidecar } from './resources/service/sidecars.ts'
export { targetGroup } from './resources/load-balancer/target-group.ts'
export type { TargetGroupOptions } from './resources/load-balancer/target-group.ts'
export { task } from './resources/service/task.ts'
export type { ContainerOptions, TaskOptions } from './resources/service/task.ts'
export type { TaskNetwork, TaskPlacement } from './resources/service/task-network.ts'
export type { TaskPort } from './resources/service/task-ports.ts'
export type { TaskVolume } from './resources/service/task-volumes.ts'
export { userData } from './resources/cluster/user-data.ts'
export type { UserDataPart } from './resources/cluster/user-data.ts'
export { vpcEndpoints } from './resources/network/vpc-endpoints.ts'
export type { VpcEndpointsOptions } from './resources/network/vpc-endpoints.ts'
export { webService } from './resources/service/web-service.ts'
export type { WebServiceOptions } from './resources/service/web-service.ts'
export { worker } from './resources/service/worker.ts'
export type { WorkerOptions } from './resources/service/worker.ts'
export type { TypeModel } from './codegen/type-model.ts'
export type { AppStack } from './validate/app/app-stack.ts'
export type { Finding, Level, Path } from './validate/finding.ts'
export type { Suppression, SuppressedFinding } from './validate/suppress.ts'
export { examine, parseTemplate, validate, validateApp } from './validate/entry.ts'
export type { Examination, ValidateOptions } from './validate/validate.ts'
