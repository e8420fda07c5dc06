import { itFinds } from '../finds.ts'
import { dataFaults } from './faults/data.ts'
import { userDataFaults } from './faults/user-data.ts'

describe('wiring of data and user data', () => {
  itFinds(dataFaults)
  itFinds(userDataFaults)
})
