import type { Operations } from '../operation.ts'
import { estimateTemplateCost } from './operations/estimate-template-cost.ts'
import { getTemplate } from './operations/get-template.ts'
import { getTemplateSummary } from './operations/get-template-summary.ts'
import { validateTemplate } from './operations/validate-template.ts'

/** The actions that are about templates alone. */
export const templateOperations: Operations = {
  EstimateTemplateCost: estimateTemplateCost,
  GetTemplate: getTemplate,
  GetTemplateSummary: getTemplateSummary,
  ValidateTemplate: validateTemplate,
}
