import { itFinds } from '../finds.ts'
import { faults } from './faults/list.ts'

describe('wiring of networks, data, names and permissions', () => {
  itFinds(faults)
})
