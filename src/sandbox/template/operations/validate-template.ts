import type { Operation } from '../../operation.ts'
import { defined } from '../../read-operations/defined.ts'
import { readTemplate } from '../read-template.ts'
import { givenTemplate } from '../source/given-template.ts'
import { capabilitySummary, declaredTransforms, parameterSummaries } from './summary-parts.ts'

/** ValidateTemplate: what a template declares, or what is wrong with it whatever the values of its parameters. */
export const validateTemplate: Operation = (input, { world }) => {
  const template = readTemplate(givenTemplate(input, world))
  return defined({
    Parameters: parameterSummaries(template),
    Description: template['Description'],
    ...capabilitySummary(template),
    DeclaredTransforms: declaredTransforms(template),
  })
}
