import { isObject } from '../../validate/json.ts'
import type { JsonObject } from '../world.ts'
import type { Run } from './run.ts'

type UpdateAction = 'Update:Modify' | 'Update:Replace' | 'Update:Delete'

interface Asked {
  readonly logicalId: string
  readonly type: string
  readonly action: UpdateAction
}

/**
 * Why the stack policy forbids this; undefined when it does not. A policy denies what no statement allows, and a denial is stronger than what
 * allows. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html
 */
export function policyDenial({ stack, running }: Run, asked: Asked): string | undefined {
  const policy = running.options.policyDuringUpdate ?? stack.policy
  if (policy === undefined || running.kind !== 'update') return undefined
  const statements = statementsOf(policy)
  const denying = statements.findIndex((one) => one['Effect'] === 'Deny' && concerns(one, asked))
  if (denying >= 0)
    return `Action denied by stack policy: Statement [#${denying + 1}] does not allow [${asked.action}] for resource [LogicalResourceId/${asked.logicalId}];`
  return statements.some((one) => one['Effect'] === 'Allow' && concerns(one, asked))
    ? undefined
    : `Action not allowed by stack policy: no statement allows [${asked.action}] for resource [LogicalResourceId/${asked.logicalId}]`
}

/** The statements of a policy; throws when it is not one. */
export function statementsOf(policy: string): readonly JsonObject[] {
  const statements: unknown = (JSON.parse(policy) as JsonObject)['Statement']
  return [statements].flat().filter(isObject)
}

function concerns(statement: JsonObject, { logicalId, type, action }: Asked): boolean {
  const resource = `LogicalResourceId/${logicalId}`
  return (
    matches(statement, 'Action', action) &&
    matches(statement, 'Resource', resource) &&
    meets(statement['Condition'], type)
  )
}

function matches(statement: JsonObject, name: 'Action' | 'Resource', value: string): boolean {
  const not = statement[`Not${name}`]
  if (not !== undefined) return !isLike(not, value)
  return isLike(statement[name], value)
}

function meets(condition: unknown, type: string): boolean {
  if (!isObject(condition)) return true
  return Object.entries(condition).every(([operator, values]) => {
    const wanted = isObject(values) ? values['ResourceType'] : undefined
    if (wanted === undefined) return true
    const isMet = operator.endsWith('Like') ? isLike(wanted, type) : [wanted].flat().includes(type)
    return operator.startsWith('StringNot') ? !isMet : isMet
  })
}

function isLike(patterns: unknown, value: string): boolean {
  return [patterns].flat().some((pattern) => {
    const escaped = String(pattern).replace(/[.+^${}()|[\]\\]/g, '\\$&')
    return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(value)
  })
}
