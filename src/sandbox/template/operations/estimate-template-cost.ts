import { uuid } from '../../chance.ts'
import type { Operation } from '../../operation.ts'
import { settleParameters } from '../parameters/settle-parameters.ts'
import { readTemplate } from '../read-template.ts'
import { givenTemplate } from '../source/given-template.ts'

/** EstimateTemplateCost: where AWS would show the estimate; the sandbox has none there. */
export const estimateTemplateCost: Operation = (input, context) => {
  const template = readTemplate(givenTemplate(input, context.world))
  settleParameters(template, input['Parameters'], undefined, context)
  return {
    Url: `http://calculator.s3.amazonaws.com/calc5.html?key=cloudformation/${uuid(context.world)}`,
  }
}
