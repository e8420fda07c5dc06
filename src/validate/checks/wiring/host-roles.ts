import type { Check } from '../../check.ts'
import { ecsHosts } from '../../wiring/ecs-hosts.ts'
import { profilesOf } from '../../wiring/instance-roles.ts'
import { isWhole } from '../../wiring/is-whole.ts'
import { writtenAt } from '../../wiring/place.ts'
import { grantsFor } from '../../wiring/role-grants.ts'
import { canHappen } from '../../wiring/when.ts'
import { inCase } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

const policy = 'service-role/AmazonEC2ContainerServiceforEC2Role'
const source = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/instance_IAM_role.html'

export const hostRoles: Check = {
  rules: [
    {
      code: 'CFS1504',
      level: 'warning',
      title: 'Hosts of an ECS cluster have an instance profile',
      help:
        `The agent on a host registers it with the role of its instance profile. Without one, the cluster stays empty and no task is placed. ` +
        `Give the instances a profile with a role that has ${policy}.`,
      source,
    },
    {
      code: 'CFS1505',
      level: 'warning',
      title: 'The role of ECS hosts lets them register',
      help: `A host whose role does not allow ecs:RegisterContainerInstance never joins its cluster, and no task is placed. Add the managed policy ${policy} to the role.`,
      source,
    },
  ],
  run(template, report) {
    if (!isWhole(template)) return
    const starters = ecsHosts(template).map(({ starter }) => starter)
    judgeEach(starters, template, (starter) => {
      for (const { place, roles } of profilesOf(starter, template)) {
        if (place.value === undefined && canHappen(template, [place])) {
          report({
            path: writtenAt(place),
            message: `"${starter.id}" starts hosts of an ECS cluster without an instance profile: they cannot register${inCase(place.when)}`,
            hint: `Set IamInstanceProfile to a profile whose role has ${policy}`,
          })
        }
        for (const role of roles) {
          const grants = grantsFor(role.resource, 'ecs:RegisterContainerInstance', template)
          if (!canHappen(template, [role], grants)) continue
          report({
            code: 'CFS1505',
            path: ['Resources', role.resource.id],
            message: `"${starter.id}" starts hosts of an ECS cluster, their role "${role.resource.id}" does not allow "ecs:RegisterContainerInstance"`,
            hint: `Add ${policy} to ManagedPolicyArns of "${role.resource.id}"`,
          })
        }
      }
    })
  },
}
