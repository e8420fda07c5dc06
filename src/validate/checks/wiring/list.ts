import type { Check } from '../../check.ts'
import { containerNames } from './container-names.ts'
import { containerPorts } from './container-ports.ts'
import { launchTemplateImages } from './launch-template-images.ts'
import { rollingUpdates } from './rolling-updates.ts'
import { signals } from './signals.ts'
import { targetGroupListeners } from './target-group-listeners.ts'
import { targetTypes } from './target-types.ts'

/** What each resource's own rules accept, and what breaks between resources. */
export const wiring: readonly Check[] = [
  containerNames,
  containerPorts,
  targetTypes,
  targetGroupListeners,
  launchTemplateImages,
  rollingUpdates,
  signals,
]
