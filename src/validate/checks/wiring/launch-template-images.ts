import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { launchesOf, type Launch } from '../../wiring/launch-templates.ts'
import { placeOf, read, readItems, writtenAt, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { canHappen } from '../../wiring/when.ts'
import { inCase } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const launchTemplateImages: Check = {
  rules: [
    {
      code: 'CFS1001',
      level: 'error',
      title: 'Instances have an image, from their launch template or from what starts them',
      help:
        'A launch template may leave ImageId out, but then whoever starts instances has to give it. Auto Scaling refuses a group whose ' +
        'launch template has none ("You must use a valid fully-formed launch template"), EC2 an instance. Set ImageId in LaunchTemplateData.',
      source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-launch-template.html',
    },
  ],
  run(template, report) {
    const starters = resourcesOf(template, 'AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance')
    judgeEach(starters, template, (starter) => {
      for (const launch of launchesOf(starter, template)) {
        for (const image of imagesOf(launch.launchTemplate)) {
          const problem = problemWith(image, launch, starter, template)
          if (problem !== undefined) report(problem)
        }
      }
    })
  },
}

function imagesOf(launchTemplate: ResourceView): readonly Place[] {
  return read(placeOf(launchTemplate), 'Properties', 'LaunchTemplateData', 'ImageId')
}

function problemWith(
  image: Place,
  launch: Launch,
  starter: ResourceView,
  template: TemplateView,
): Problem | undefined {
  if (image.value !== undefined || launch.isOverride) return undefined
  if (!canHappen(template, [launch, image], givenBy(starter))) return undefined
  const { launchTemplate } = launch
  const kind = starter.type === 'AWS::EC2::Instance' ? 'Instance' : 'Auto-scaling group'
  return {
    path: writtenAt(image),
    message: `${kind} "${starter.id}" starts from launch template "${launchTemplate.id}", and neither gives an image${inCase(image.when)}`,
    hint: `Set ImageId in LaunchTemplateData of "${launchTemplate.id}"`,
  }
}

/** What gives images besides the launch template: the instance, or overrides of a mixed group. */
function givenBy(starter: ResourceView): readonly Place[] {
  const from = placeOf(starter)
  const overrides = readItems(from, 'Properties', 'MixedInstancesPolicy', 'LaunchTemplate', 'Overrides')
  const places = [
    ...read(from, 'Properties', 'ImageId'),
    ...overrides.flatMap((item) => [...read(item, 'ImageId'), ...read(item, 'LaunchTemplateSpecification')]),
  ]
  return places.filter(({ value }) => value !== undefined)
}
