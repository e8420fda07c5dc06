import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { textIn } from '../../wiring/literal.ts'
import { canHappen } from '../../wiring/when.ts'

export const essentialContainers: Check = {
  rules: [
    {
      code: 'E3042',
      level: 'error',
      title: 'A task has an essential container',
      help: 'A task lives as long as its essential containers. Leave "Essential" out of one of them, or set it to true.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::ECS::TaskDefinition')) {
      for (const list of placesAt(properties, 'ContainerDefinitions')) {
        if (!Array.isArray(list.value) || list.value.length === 0) continue
        const containers = placesAt(list, '*')
        // A container that is a function is not known, and may be essential.
        const isNone =
          containers.length >= list.value.length &&
          containers.every((container) => {
            const settings = placesAt(container, 'Essential')
            return (
              settings.length > 0 && settings.every(({ value }) => textIn(value)?.toLowerCase() === 'false')
            )
          })
        if (isNone && canHappen(template, [list.when]))
          report({ path: list.path, message: 'No container of the task is essential' })
      }
    }
  },
}
