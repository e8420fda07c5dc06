import type { Check } from '../../check.ts'
import { balancerPaths } from './balancer-paths.ts'
import { beforeAttachment } from './before-attachment.ts'
import { containerNames } from './container-names.ts'
import { containerPorts } from './container-ports.ts'
import { dataPaths } from './data-paths.ts'
import { devices } from './devices.ts'
import { emptySnapshot } from './empty-snapshot.ts'
import { executionRoles } from './execution-roles.ts'
import { healthCheckGrace } from './health-check-grace.ts'
import { healthCheckPorts } from './health-check-ports.ts'
import { healthCheckProtocols } from './health-check-protocols.ts'
import { healthCheckTimes } from './health-check-times.ts'
import { hostRoles } from './host-roles.ts'
import { launchTemplateImages } from './launch-template-images.ts'
import { lostData } from './lost-data.ts'
import { natGatewayAddress } from './nat-gateway-address.ts'
import { oneZone } from './one-zone.ts'
import { peeredVpcs } from './peered-vpcs.ts'
import { policyResources } from './policy-resources.ts'
import { privateAddresses } from './private-addresses.ts'
import { replacedInstances } from './replaced-instances.ts'
import { replacedNames } from './replaced-names.ts'
import { roleTrust } from './role-trust.ts'
import { rollingUpdates } from './rolling-updates.ts'
import { roomForUpdates } from './room-for-updates.ts'
import { signalCounts } from './signal-counts.ts'
import { signals } from './signals.ts'
import { subnetRanges } from './subnet-ranges.ts'
import { targetGroupListeners } from './target-group-listeners.ts'
import { targetTypes } from './target-types.ts'
import { unattachedGateways } from './unattached-gateways.ts'
import { unprotectedData } from './unprotected-data.ts'
import { unusedAddresses } from './unused-addresses.ts'
import { userData } from './user-data.ts'
import { waysOut } from './ways-out.ts'

/** What each resource's own rules accept, and what breaks between resources. */
export const wiring: readonly Check[] = [
  balancerPaths,
  beforeAttachment,
  containerNames,
  containerPorts,
  dataPaths,
  devices,
  emptySnapshot,
  executionRoles,
  healthCheckGrace,
  healthCheckPorts,
  healthCheckProtocols,
  healthCheckTimes,
  hostRoles,
  launchTemplateImages,
  lostData,
  natGatewayAddress,
  oneZone,
  peeredVpcs,
  policyResources,
  privateAddresses,
  replacedInstances,
  replacedNames,
  roleTrust,
  rollingUpdates,
  roomForUpdates,
  signalCounts,
  signals,
  subnetRanges,
  targetGroupListeners,
  targetTypes,
  unattachedGateways,
  unprotectedData,
  unusedAddresses,
  userData,
  waysOut,
]
