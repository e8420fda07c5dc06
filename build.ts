import { production, staging } from './stacks/pingdummy.ts'
import { segment } from './stacks/segment.ts'

/** The app: the stacks that `npm run build` writes to templates-out. */
export default [segment, ...staging, ...production]
