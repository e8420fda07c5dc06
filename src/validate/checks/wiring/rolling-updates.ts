import type { Check } from '../../check.ts'
import { fixedVersion, launchesOf } from '../../wiring/launch-templates.ts'
import { placeOf, read, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { canHappen } from '../../wiring/when.ts'
import { inCase } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const rollingUpdates: Check = {
  rules: [
    {
      code: 'CFS1101',
      level: 'warning',
      title: 'An auto-scaling group follows its launch template',
      help:
        'With $Latest, $Default or a fixed number as Version, a changed launch template is no change of the group: CloudFormation ' +
        'replaces no instance, and old and new ones run side by side. The default version never moves by itself either. ' +
        'Use Fn::GetAtt of LatestVersionNumber.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-autoscaling-autoscalinggroup-launchtemplatespecification.html',
    },
    {
      code: 'CFS1102',
      level: 'warning',
      title: 'An auto-scaling group has a policy for updates',
      help:
        'Without an UpdatePolicy, a new image, type or user data reaches only the instances that happen to start later. ' +
        'Add AutoScalingRollingUpdate (or AutoScalingReplacingUpdate with WillReplace) to UpdatePolicy of the group. ' +
        'Suppress this if something else replaces the instances.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html',
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, 'AWS::AutoScaling::AutoScalingGroup'), template, (group) => {
      for (const { launchTemplate, specification, when } of launchesOf(group, template)) {
        for (const version of read(specification, 'Version')) {
          const fixed = fixedVersion(version.value, template)
          if (fixed === undefined || !canHappen(template, [version, when])) continue
          report({
            path: version.path,
            message: `Auto-scaling group "${group.id}" stays at ${fixed} of launch template "${launchTemplate.id}": no update of it replaces instances`,
            hint: `Use { "Fn::GetAtt": ["${launchTemplate.id}", "LatestVersionNumber"] }`,
          })
        }
      }
      const place = placeOf(group)
      if (!canHappen(template, [place], policiesFor(place))) return
      report({
        code: 'CFS1102',
        path: ['Resources', group.id],
        message: `Auto-scaling group "${group.id}" has no policy for updates: changes reach only instances that start later${inCase(place.when)}`,
        hint: 'Add UpdatePolicy with AutoScalingRollingUpdate',
      })
    })
  },
}

/** The update policies that replace instances. */
function policiesFor(group: Place): readonly Place[] {
  return read(group, 'UpdatePolicy').flatMap((policy) => {
    if (typeof policy.value === 'symbol') return [policy]
    const rolling = read(policy, 'AutoScalingRollingUpdate')
    const replacing = read(policy, 'AutoScalingReplacingUpdate').filter((place) =>
      read(place, 'WillReplace').every(({ value }) => String(value) !== 'false'),
    )
    return [...rolling, ...replacing].filter(({ value }) => value !== undefined)
  })
}
