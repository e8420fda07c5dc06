import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { canHappen } from '../../wiring/when.ts'

export const zipFunctions: Check = {
  rules: [
    {
      code: 'W2533',
      level: 'warning',
      title: 'A function of a zip file has a handler and a runtime',
      help: 'Lambda must know which function of the code to call, and with what. Set "Handler" and "Runtime"; only container images do without.',
      source: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::Lambda::Function')) {
      for (const { places, when } of togetherAt(properties, 'PackageType', 'Code', 'Handler', 'Runtime')) {
        const [kind, code, handler, runtime] = places.map(({ value }) => value)
        const isZip = kind === 'Zip' || (isObject(code) && ('ZipFile' in code || 'S3Key' in code))
        const missing = [
          ...(handler === undefined ? ['"Handler"'] : []),
          ...(runtime === undefined ? ['"Runtime"'] : []),
        ]
        if (!isZip || missing.length === 0 || !canHappen(template, [when])) continue
        report({
          path: properties.path,
          message: `${missing.join(' and ')} is missing for the code of a zip file`,
        })
        break
      }
    }
  },
}
