import type { Check, Problem } from '../../check.ts'
import type { TemplateView } from '../../template-view.ts'
import { matchesAction } from '../../wiring/action-patterns.ts'
import { profilesOf } from '../../wiring/instance-roles.ts'
import { placeOf, read } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { trustedBy } from '../../wiring/role-trust.ts'
import { targetOf, type Target } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'
import { listed } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const roleTrust: Check = {
  rules: [
    {
      code: 'CFS1503',
      level: 'error',
      title: 'Tasks and instances may assume the roles that they are given',
      help:
        'The AssumeRolePolicyDocument of a role says who may use it. ECS stops tasks when it "was unable to assume the role"; an instance ' +
        'whose role does not name EC2 runs without credentials, which is a warning. Name ecs-tasks.amazonaws.com for roles of tasks, ' +
        'ec2.amazonaws.com for roles of instances.',
      source:
        'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html',
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, 'AWS::ECS::TaskDefinition'), template, (task) => {
      for (const name of ['ExecutionRoleArn', 'TaskRoleArn']) {
        for (const place of read(placeOf(task), 'Properties', name)) {
          const role = targetOf(place, template)
          if (role?.resource.type !== 'AWS::IAM::Role') continue
          const problem = problemWith(role, 'ecs-tasks.amazonaws.com', template)
          if (problem !== undefined)
            report({ ...problem, message: `Task definition "${task.id}" ${problem.message}` })
        }
      }
    })
    const starters = resourcesOf(template, 'AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance')
    judgeEach(starters, template, (starter) => {
      for (const role of profilesOf(starter, template).flatMap(({ roles }) => roles)) {
        const problem = problemWith(role, 'ec2.amazonaws.com', template)
        const kind = starter.type === 'AWS::EC2::Instance' ? 'Instance' : 'Auto-scaling group'
        if (problem !== undefined)
          report({ ...problem, level: 'warning', message: `${kind} "${starter.id}" ${problem.message}` })
      }
    })
  },
}

function problemWith(role: Target, service: string, template: TemplateView): Problem | undefined {
  const trusted = trustedBy(role.resource)
  template.effort.spend(trusted?.length ?? 0)
  const fitting = trusted?.filter((one) =>
    [service, `${service}.cn`].some((name) => matchesAction(one.service, name)),
  )
  if (trusted === undefined || !canHappen(template, [role], fitting)) return undefined
  return {
    path: ['Resources', role.resource.id, 'Properties', 'AssumeRolePolicyDocument'],
    message: `uses role "${role.resource.id}" as ${service}, the role trusts ${trusted.length === 0 ? 'no service' : listed(trusted.map((one) => one.service))}`,
    hint: `Add ${service} to the principals of AssumeRolePolicyDocument`,
  }
}
