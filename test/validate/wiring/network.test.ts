import { itFinds } from '../finds.ts'
import { addressRangeFaults } from './faults/address-ranges.ts'
import { gatewayFaults } from './faults/gateways.ts'
import { zoneFaults } from './faults/zones.ts'

describe('wiring of zones, gateways and addresses', () => {
  itFinds(zoneFaults)
  itFinds(gatewayFaults)
  itFinds(addressRangeFaults)
})
