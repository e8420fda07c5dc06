import type { Finding, Level, Path } from '../../validate/finding.ts'
import type { DeepAnswer, Diagnostic } from './protocol.ts'

const levels: { readonly [severity: string]: Level } = { FATAL: 'error', ERROR: 'error', WARN: 'warning' }

const sections: { readonly [entityType: string]: string } = {
  Resource: 'Resources',
  Parameter: 'Parameters',
  Output: 'Outputs',
  Mapping: 'Mappings',
  Condition: 'Conditions',
  Rule: 'Rules',
}

/** The findings of an answer; a failure of AWS's validator is one of them. */
export function deepFindings(answer: DeepAnswer): readonly Finding[] {
  if ('fatal' in answer) return [failed(answer.fatal)]
  if ('error' in answer) return [failed(answer.error)]
  const findings = answer.diagnostics.map(toFinding)
  return answer.incomplete ? [...findings, incomplete] : findings
}

function failed(reason: string): Finding {
  return {
    code: 'CFS9003',
    level: 'warning',
    path: [],
    message: `Deep validation failed: ${reason.trim()}`,
    hint: 'The other findings stand; correct the policies, or leave out --deep for this template',
  }
}

const incomplete: Finding = {
  code: 'CFS9003',
  level: 'info',
  path: [],
  message: 'Deep validation is incomplete: the template is too large for some of its analyses',
}

/** Its codes are cfn-lint's, but those of schemas and structure begin with F in place of E. */
function toFinding(diagnostic: Diagnostic): Finding {
  const { ruleId, severity, message, suggestedFix, entity } = diagnostic
  return {
    code: ruleId.replace(/^F(?=\d{4}$)/, 'E'),
    level: levels[severity] ?? 'info',
    path: pathOf(diagnostic),
    ...(entity?.entityType === 'Resource' && { logicalId: entity.logicalId }),
    message,
    ...(suggestedFix !== undefined && { hint: suggestedFix }),
  }
}

function pathOf({ entity, propertyPath = '' }: Diagnostic): Path {
  const steps = propertyPath === '' ? [] : propertyPath.split(propertyPath.includes('/') ? '/' : '.')
  const section = entity === undefined ? undefined : sections[entity.entityType]
  const isWhole = entity === undefined || section === undefined || steps[0] === section
  const path = isWhole ? steps : [section, entity.logicalId, ...steps]
  return path.map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}
