import { stack } from 'cfstack'
import { parts } from './parts.ts'

/** Two templates to validate, of about 60 and 500 resources: a network and a cluster with services behind load balancers. */
const sizes = { t60: 2, t500: 64 }

export default Object.entries(sizes).map(([name, services]) => stack(name, {}, parts(services)))
