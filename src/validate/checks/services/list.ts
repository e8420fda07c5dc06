import type { Check } from '../../check.ts'
import { backupLifecycles } from './backup-lifecycles.ts'
import { cacheFailover } from './cache-failover.ts'
import { certificateDomains } from './certificate-domains.ts'
import { containerPorts } from './container-ports.ts'
import { detectorSources } from './detector-sources.ts'
import { distributionNames } from './distribution-names.ts'
import { documents } from './documents.ts'
import { endpointNames } from './endpoint-names.ts'
import { essentialContainers } from './essential-containers.ts'
import { functionSizes } from './function-sizes.ts'
import { groupSizes } from './group-sizes.ts'
import { healthCheckTypes } from './health-check-types.ts'
import { instanceImages } from './instance-images.ts'
import { launchTemplateNetworks } from './launch-template-networks.ts'
import { nestedParameters } from './nested-parameters.ts'
import { pipelineArtifacts } from './pipeline-artifacts.ts'
import { pipelineCounts } from './pipeline-counts.ts'
import { pipelineStages } from './pipeline-stages.ts'
import { projectRoles } from './project-roles.ts'
import { queueTimeouts } from './queue-timeouts.ts'
import { recordNames } from './record-names.ts'
import { related } from './related.ts'
import { routeTableAssociations } from './route-table-associations.ts'
import { scheduleExpressions } from './schedule-expressions.ts'
import { schemaRules } from './schema-rules.ts'
import { snapStart } from './snap-start.ts'
import { stateMachines } from './state-machines.ts'
import { storageTiers } from './storage-tiers.ts'
import { subnetBlocks } from './subnet-blocks.ts'
import { subscriptionFilters } from './subscription-filters.ts'
import { tableAttributes } from './table-attributes.ts'

/** What a service would refuse although every property by itself is right. */
export const services: readonly Check[] = [
  backupLifecycles,
  cacheFailover,
  certificateDomains,
  containerPorts,
  detectorSources,
  distributionNames,
  documents,
  endpointNames,
  essentialContainers,
  functionSizes,
  healthCheckTypes,
  instanceImages,
  nestedParameters,
  pipelineArtifacts,
  pipelineCounts,
  pipelineStages,
  projectRoles,
  recordNames,
  routeTableAssociations,
  scheduleExpressions,
  schemaRules,
  snapStart,
  stateMachines,
  storageTiers,
  subnetBlocks,
  subscriptionFilters,
  tableAttributes,
  groupSizes,
  launchTemplateNetworks,
  queueTimeouts,
  related,
]
