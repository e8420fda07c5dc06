import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { textIn } from '../../wiring/literal.ts'
import type { Place } from '../../wiring/place.ts'
import { both, canHappen } from '../../wiring/when.ts'

const domain = /^(?:[a-z0-9*](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/

export const distributionNames: Check = {
  rules: [
    {
      code: 'E3013',
      level: 'error',
      title: 'The aliases of a CloudFront distribution are domain names',
      help: 'Lower-case letters, digits and dashes between dots; "*" may stand for the first part only.',
      source:
        'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names-requirements',
    },
    {
      code: 'E3057',
      level: 'error',
      title: 'The default behaviour of a CloudFront distribution names an origin that the distribution has',
      help: '"TargetOriginId" is the "Id" of one of "Origins", or of a group in "OriginGroups".',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-defaultcachebehavior.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::CloudFront::Distribution')) {
      for (const { value, path } of placesAt(properties, 'DistributionConfig.Aliases.*')) {
        const alias = typeof value === 'string' ? textIn(value) : undefined
        if (alias !== undefined && (alias.includes('.*.') || !domain.test(alias)))
          report({ path, message: `"${alias}" is no domain name` })
      }
      for (const target of placesAt(properties, 'DistributionConfig.DefaultCacheBehavior.TargetOriginId')) {
        const ids = originIds(properties, target)
        const wanted = textIn(target.value)
        if (wanted === undefined || ids === undefined || ids.includes(wanted)) continue
        if (!canHappen(template, [target.when])) continue
        const hint = suggestion(wanted, ids)
        report({ code: 'E3057', path: target.path, message: `There is no origin "${wanted}"`, hint })
      }
    }
  },
}

/** The names of origins and their groups where a behaviour is; undefined when one of them is not known. */
function originIds(properties: Place, { when }: Place): readonly string[] | undefined {
  const lists = ['DistributionConfig.Origins', 'DistributionConfig.OriginGroups'].flatMap((path) =>
    placesAt(properties, path).filter((place) => both(place.when, when) !== undefined),
  )
  const ids: string[] = []
  for (const list of lists) {
    const items = isObject(list.value) ? placesAt(list, 'Items') : [list]
    for (const { value } of items) {
      if (value === undefined) continue
      if (!Array.isArray(value)) return undefined
    }
    for (const { value } of items.flatMap((item) => placesAt(item, '*.Id'))) {
      const id = textIn(value)
      if (id === undefined) return undefined
      ids.push(id)
    }
  }
  return ids
}
