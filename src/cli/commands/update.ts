import type { Command } from '../command.ts'
import { deployFlags, type DeployFlags } from '../deployment/deploy-flags.ts'
import { runDeployment } from '../deployment/run-deployment.ts'

/** `cfstack update`: a change set that is shown, approved, executed and followed to its end. */
export const command: Command<DeployFlags> = {
  builder: deployFlags,
  handler: (argv) => runDeployment('update', argv),
}
