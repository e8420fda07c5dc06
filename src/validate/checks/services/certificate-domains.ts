import type { Check } from '../../check.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { textIn } from '../../wiring/literal.ts'
import { canHappen } from '../../wiring/when.ts'

export const certificateDomains: Check = {
  rules: [
    {
      code: 'E3503',
      level: 'error',
      title: 'The domain that validates a certificate is the same as, or above, the one in it',
      help: 'The mail of validation goes to the domain or one above it: "ValidationDomain" of www.example.com may be www.example.com or example.com.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-certificatemanager-certificate-domainvalidationoption.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::CertificateManager::Certificate')) {
      for (const option of placesAt(properties, 'DomainValidationOptions.*')) {
        for (const { places, when } of togetherAt(option, 'DomainName', 'ValidationDomain')) {
          const [domain, above] = places.map(({ value }) => textIn(value))
          if (domain === undefined || above === undefined || domain === above) continue
          if (domain.endsWith(`.${above}`) || !canHappen(template, [when])) continue
          report({
            path: [...option.path, 'DomainName'],
            message: `"${above}" is no domain above "${domain}"`,
          })
        }
      }
    }
  },
}
