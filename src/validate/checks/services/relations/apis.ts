import { compare, textIn } from '../../../wiring/literal.ts'
import type { Relation } from '../relations.ts'

const method = 'AWS::ApiGateway::Method'
const authorizer = 'AWS::ApiGateway::Authorizer'

/** Two references to different resources of the template, or two different texts. */
function areOthers(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return false
  if (compare(one, other) === 'different') return true
  return JSON.stringify(one) !== JSON.stringify(other) && isReference(one) && isReference(other)
}

function isReference(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'Ref' in value
}

/** What belongs together in an API. */
export const apiRelations: readonly Relation[] = [
  {
    rule: {
      code: 'E3699',
      level: 'error',
      title: 'The authorizer of a method belongs to the API of the method',
      help: 'API Gateway looks for the authorizer in the API of the method only. Give both the same "RestApiId".',
    },
    from: method,
    via: 'AuthorizerId',
    to: authorizer,
    ours: ['RestApiId'],
    theirs: ['RestApiId'],
    wrong: ([ours], [theirs], id) =>
      areOthers(ours, theirs) ? `The authorizer "${id}" belongs to another API` : undefined,
  },
  {
    rule: {
      code: 'E3708',
      level: 'error',
      title: 'The authorizer of a method is of the kind that the method asks for',
      help: 'Methods of the authorization type CUSTOM take authorizers of type TOKEN or REQUEST, COGNITO_USER_POOLS takes its own.',
    },
    from: method,
    via: 'AuthorizerId',
    to: authorizer,
    ours: ['AuthorizationType'],
    theirs: ['Type'],
    at: 'theirs',
    wrong([ours], [theirs], id) {
      const [wanted, type] = [textIn(ours), textIn(theirs)]
      const fits =
        wanted === 'CUSTOM'
          ? /^(TOKEN|REQUEST)$/
          : wanted === 'COGNITO_USER_POOLS'
            ? /^COGNITO_USER_POOLS$/
            : /./
      return type === undefined || fits.test(type)
        ? undefined
        : `The method wants ${wanted}, and the authorizer "${id}" is ${type}`
    },
  },
  {
    rule: {
      code: 'E3698',
      level: 'error',
      title: 'The deployment of a stage is one of the API of the stage',
      help: 'A stage shows a deployment of its own API. Give both the same "RestApiId".',
    },
    from: 'AWS::ApiGateway::Stage',
    via: 'DeploymentId',
    to: 'AWS::ApiGateway::Deployment',
    ours: ['RestApiId'],
    theirs: ['RestApiId'],
    at: 'theirs',
    wrong: ([ours], [theirs], id) =>
      areOthers(ours, theirs) ? `The deployment "${id}" is one of another API` : undefined,
  },
]
