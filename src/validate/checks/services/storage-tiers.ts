import type { Check } from '../../check.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { numberIn, textIn } from '../../wiring/literal.ts'
import { canHappen } from '../../wiring/when.ts'

const leastDays: { readonly [tier: string]: number } = { ARCHIVE_ACCESS: 90, DEEP_ARCHIVE_ACCESS: 180 }
const mostDays = 730

export const storageTiers: Check = {
  rules: [
    {
      code: 'E3061',
      level: 'error',
      title: 'Intelligent tiering archives after days that S3 takes',
      help: 'ARCHIVE_ACCESS takes 90 to 730 days, DEEP_ARCHIVE_ACCESS 180 to 730.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-intelligent-tiering.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::S3::Bucket')) {
      for (const tiering of placesAt(properties, 'IntelligentTieringConfigurations.*.Tierings.*')) {
        for (const { places, when } of togetherAt(tiering, 'AccessTier', 'Days')) {
          const [tier, days] = [textIn(places[0]?.value) ?? '', numberIn(places[1]?.value)]
          const least = Object.hasOwn(leastDays, tier) ? (leastDays[tier] as number) : undefined
          if (least === undefined || days === undefined || (days >= least && days <= mostDays)) continue
          if (!canHappen(template, [when])) continue
          report({
            path: [...tiering.path, 'Days'],
            message: `${tier} does not take ${days} days`,
            hint: `Allowed: ${least} to ${mostDays}`,
          })
        }
      }
    }
  },
}
