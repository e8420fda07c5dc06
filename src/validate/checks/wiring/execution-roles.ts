import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { isWhole } from '../../wiring/is-whole.ts'
import { placeOf, read, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { grantsFor } from '../../wiring/role-grants.ts'
import { targetOf, type Target } from '../../wiring/target.ts'
import { needsOf, type Need } from '../../wiring/task-needs.ts'
import { canHappen } from '../../wiring/when.ts'
import { inCase, listed } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const executionRoles: Check = {
  rules: [
    {
      code: 'CFS1501',
      level: 'error',
      title: 'A task definition that needs an execution role has one',
      help:
        'Before a task runs, ECS reads its secrets, and on Fargate pulls its image from ECR and opens its log with the execution role. ' +
        'A task definition that needs one is refused without. Set ExecutionRoleArn to a role that ecs-tasks.amazonaws.com may assume, with ' +
        'AmazonECSTaskExecutionRolePolicy and what its secrets need.',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
    },
    {
      code: 'CFS1502',
      level: 'warning',
      title: 'An execution role may do what its task definition needs',
      help:
        'Tasks stop at the start, again and again, when the execution role may not read their secrets, pull their image or write their ' +
        'log. AmazonECSTaskExecutionRolePolicy is for images and existing log groups only: secrets need secretsmanager:GetSecretValue or ' +
        'ssm:GetParameters, awslogs-create-group needs logs:CreateLogGroup. Add a policy to the role.',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, 'AWS::ECS::TaskDefinition'), template, (task) => {
      const needs = needsOf(task, template)
      if (needs.length === 0) return
      for (const place of read(placeOf(task), 'Properties', 'ExecutionRoleArn')) {
        const role = targetOf(place, template)
        const problem =
          place.value === undefined
            ? withoutRole(task, place, needs, template)
            : role?.resource.type === 'AWS::IAM::Role'
              ? withoutGrants(task, role, needs, template)
              : undefined
        if (problem !== undefined) report(problem)
      }
    })
  },
}

function withoutRole(
  task: ResourceView,
  place: Place,
  needs: readonly Need[],
  template: TemplateView,
): Problem | undefined {
  const unmet = needs.filter((need) => canHappen(template, [place, need]))
  if (unmet.length === 0) return undefined
  const reasons = [...new Set(unmet.map(({ why }) => why))].join(', ')
  return {
    path: place.path.slice(0, -1),
    message: `Task definition "${task.id}" ${reasons}, and has no execution role${inCase(place.when)}`,
    hint: 'Set ExecutionRoleArn to a role with AmazonECSTaskExecutionRolePolicy',
  }
}

function withoutGrants(
  task: ResourceView,
  role: Target,
  needs: readonly Need[],
  template: TemplateView,
): Problem | undefined {
  // Other accounts' and resources' own policies may let the role read secrets; nobody writes these for tasks without saying so.
  const byResource = resourcesOf(template, 'AWS::SecretsManager::ResourcePolicy').length > 0
  if (!isWhole(template)) return undefined
  const unmet = needs.flatMap((need) =>
    need.actions
      .filter((action) => !(byResource && action.startsWith('secretsmanager:')))
      .filter((action) => canHappen(template, [role, need], grantsFor(role.resource, action, template)))
      .map((action) => ({ action, why: need.why })),
  )
  if (unmet.length === 0) return undefined
  const reasons = [...new Set(unmet.map(({ why }) => why))].join(', ')
  const actions = listed(unmet.map(({ action }) => action))
  return {
    code: 'CFS1502',
    path: ['Resources', role.resource.id],
    message: `Task definition "${task.id}" ${reasons}, its execution role "${role.resource.id}" does not allow ${actions}`,
    hint: `Allow ${actions} in a policy of "${role.resource.id}"`,
  }
}
