import type { Case } from '../../finds.ts'
import { addressRangeFaults } from './address-ranges.ts'
import { dataFaults } from './data.ts'
import { gatewayFaults } from './gateways.ts'
import { instanceFaults } from './instances.ts'
import { policyFaults } from './policies.ts'
import { userDataFaults } from './user-data.ts'
import { wayOutFaults } from './ways-out.ts'
import { zoneFaults } from './zones.ts'

/** Faults of networks, data, names and permissions; cfn-lint finds no error in the templates that have them. */
export const faults: readonly Case[] = [
  ...zoneFaults,
  ...gatewayFaults,
  ...userDataFaults,
  ...dataFaults,
  ...addressRangeFaults,
  ...instanceFaults,
  ...wayOutFaults,
  ...policyFaults,
]
