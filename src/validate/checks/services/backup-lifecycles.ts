import type { Check } from '../../check.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { numberIn } from '../../wiring/literal.ts'
import { canHappen } from '../../wiring/when.ts'

const rule = 'BackupPlan.BackupPlanRule.*'

export const backupLifecycles: Check = {
  rules: [
    {
      code: 'E3504',
      level: 'error',
      title: 'Backups stay in cold storage for at least 90 days',
      help: 'AWS Backup refuses a plan that deletes backups earlier: "DeleteAfterDays" must be "MoveToColdStorageAfterDays" plus 90 or more.',
      source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::Backup::BackupPlan')) {
      for (const lifecycle of [`${rule}.Lifecycle`, `${rule}.CopyActions.*.Lifecycle`].flatMap((path) =>
        placesAt(properties, path),
      )) {
        for (const { places, when } of togetherAt(
          lifecycle,
          'DeleteAfterDays',
          'MoveToColdStorageAfterDays',
        )) {
          const [end, cold] = places.map(({ value }) => numberIn(value))
          if (end === undefined || cold === undefined || end - cold >= 90 || !canHappen(template, [when]))
            continue
          const message = `The backup is deleted after ${end} days, ${end - cold} days after it went to cold storage`
          report({ path: [...lifecycle.path, 'DeleteAfterDays'], message, hint: `Use ${cold + 90} or more` })
        }
      }
    }
  },
}
