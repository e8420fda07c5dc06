import type { JsonObject } from '../../world.ts'
import { judgeRuleFunctions } from '../rules/judge-rules.ts'
import { judgeCircles } from './judge-circles.ts'
import { judgeFunctions } from './judge-functions.ts'
import { judgeLimits } from './judge-limits.ts'
import { judgeMappings } from './judge-mappings.ts'
import { judgeNames } from './judge-names.ts'
import { judgeNulls } from './judge-nulls.ts'
import { judgeOutputs } from './judge-outputs.ts'
import { judgeParameters } from './judge-parameters.ts'
import { judgeReferences } from './judge-references.ts'
import { judgeResources } from './judge-resources.ts'
import { judgeResourcesSection } from './judge-resources-section.ts'
import { judgeSections } from './judge-sections.ts'

/**
 * Throws what CloudFormation says first of a template that it does not take, whatever the values of its parameters. `isExtended`: it may have
 * the functions of the language extensions.
 */
export function judgeTemplate(template: JsonObject, isExtended = false): void {
  judgeNulls(template)
  judgeSections(template)
  judgeResourcesSection(template)
  judgeNames(template)
  judgeLimits(template)
  judgeParameters(template)
  judgeMappings(template)
  judgeResources(template)
  judgeOutputs(template)
  judgeFunctions(template, isExtended)
  judgeRuleFunctions(template)
  judgeReferences(template)
  judgeCircles(template)
}
