import type { Command } from '../command.ts'
import { deployFlags, type DeployFlags } from '../deployment/deploy-flags.ts'
import { runDeployment } from '../deployment/run-deployment.ts'

/** `cfstack deploy`: creates or updates, whichever applies. */
export const command: Command<DeployFlags> = {
  builder: deployFlags,
  handler: (argv) => runDeployment('deploy', argv),
}
