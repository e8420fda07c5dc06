import type { ResourceView, TemplateView } from '../template-view.ts'
import { containersOf } from './ecs-service.ts'
import { textIn } from './literal.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { targetOf } from './target.ts'
import { textParts, withMarks } from './text-parts.ts'
import { together, type When } from './when.ts'

/** Something that ECS does for a task before it runs, with the execution role. */
export interface Need {
  readonly why: string
  readonly actions: readonly string[]
  readonly when: When
}

/** What a task definition needs an execution role for. Logs and images count on Fargate only: elsewhere the host has a role. */
export function needsOf(task: ResourceView, template: TemplateView): readonly Need[] {
  const fargate = readItems(placeOf(task), 'Properties', 'RequiresCompatibilities').filter(
    ({ value }) => value === 'FARGATE',
  )
  const containers = containersOf(task)
  return [
    ...containers.flatMap((container) => secretNeeds(container, template)),
    ...fargate.flatMap(({ when }) =>
      containers
        .flatMap((container) => [...logNeeds(container), ...imageNeeds(container, template)])
        .flatMap((need) => {
          const both = together([need, when])
          return both === undefined ? [] : [{ ...need, when: both }]
        }),
    ),
  ]
}

function secretNeeds(container: Place, template: TemplateView): readonly Need[] {
  const secrets = [
    ...readItems(container, 'Secrets'),
    ...readItems(container, 'LogConfiguration', 'SecretOptions'),
  ]
  const credentials = read(container, 'RepositoryCredentials', 'CredentialsParameter')
  return [
    ...secrets
      .flatMap((secret) => read(secret, 'ValueFrom'))
      .filter(({ value }) => value !== undefined && typeof value !== 'symbol')
      .map((place) => ({ why: 'reads secrets', actions: actionsToRead(place, template), when: place.when })),
    ...credentials
      .filter(({ value }) => value !== undefined && typeof value !== 'symbol')
      .map(({ when }) => ({
        why: 'pulls images with credentials',
        actions: ['secretsmanager:GetSecretValue'],
        when,
      })),
  ]
}

/** The action that reads a secret: of Secrets Manager or of the parameter store, where it can be told. */
function actionsToRead(place: Place, template: TemplateView): readonly string[] {
  const parts = textParts(place.value)
  const [first] = parts
  const type =
    first === undefined || typeof first === 'string'
      ? undefined
      : targetOf({ ...place, value: first.call }, template)?.resource.type
  const text = withMarks(parts, '*')
  if (type?.startsWith('AWS::SecretsManager::') === true || text.includes(':secretsmanager:'))
    return ['secretsmanager:GetSecretValue']
  const isName = textIn(place.value) !== undefined && !text.startsWith('arn:')
  return type === 'AWS::SSM::Parameter' || text.includes(':ssm:') || isName ? ['ssm:GetParameters'] : []
}

function logNeeds(container: Place): readonly Need[] {
  const drivers = read(container, 'LogConfiguration', 'LogDriver').filter(({ value }) => value === 'awslogs')
  const creating = read(container, 'LogConfiguration', 'Options', 'awslogs-create-group').filter(
    ({ value }) => String(value) === 'true',
  )
  return [
    ...drivers.map(({ when }) => ({
      why: 'writes logs by awslogs on Fargate',
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      when,
    })),
    ...creating.map(({ when }) => ({ why: 'makes its log group', actions: ['logs:CreateLogGroup'], when })),
  ]
}

function imageNeeds(container: Place, template: TemplateView): readonly Need[] {
  return read(container, 'Image')
    .filter((place) => isOfEcr(place, template))
    .map(({ when }) => ({
      why: 'pulls images from ECR on Fargate',
      actions: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage'],
      when,
    }))
}

function isOfEcr(place: Place, template: TemplateView): boolean {
  const parts = textParts(place.value)
  if (withMarks(parts, '*').includes('.dkr.ecr.')) return true
  const [first] = parts
  const target = typeof first === 'object' ? targetOf({ ...place, value: first.call }, template) : undefined
  return target?.resource.type === 'AWS::ECR::Repository' && target.attribute === 'RepositoryUri'
}
