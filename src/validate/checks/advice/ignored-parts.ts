import type { Check } from '../../check.ts'
import { dependencyGraph } from '../../dependency-graph.ts'
import { isObject } from '../../json.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import type { TemplateView } from '../../template-view.ts'
import { canHappen } from '../../wiring/when.ts'

const settings =
  /^(CacheDataEncrypted|CacheTtlInSeconds|CachingEnabled|DataTraceEnabled|LoggingLevel|MetricsEnabled|Throttling(Burst|Rate)Limit)$/
const partsOfApis = /^AWS::ApiGateway::(Authorizer|GatewayResponse|Method|Model|RequestValidator|Resource)$/

export const ignoredParts: Check = {
  rules: [
    {
      code: 'W3704',
      level: 'warning',
      title: 'Behaviours with a cache policy have no "ForwardedValues"',
      help: 'The policy decides what is forwarded; "ForwardedValues" does nothing beside it. Take one of the two out.',
    },
    {
      code: 'W3705',
      level: 'warning',
      title: 'Settings of methods set something',
      help: 'An entry with a path and a method, and no setting, is dropped without a word.',
    },
    {
      code: 'W3660',
      level: 'warning',
      title: 'An API is defined in one place',
      help: 'With "Body" or "BodyS3Location", each update writes the whole API anew, and takes away what other resources added. Define all of it there, or nothing.',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::CloudFront::Distribution')) {
      const behaviours = ['DefaultCacheBehavior', 'CacheBehaviors.*'].flatMap((path) =>
        placesAt(properties, `DistributionConfig.${path}`),
      )
      for (const { places, when } of behaviours.flatMap((one) =>
        togetherAt(one, 'ForwardedValues', 'CachePolicyId'),
      )) {
        if (places.some(({ value }) => value === undefined) || !canHappen(template, [when])) continue
        report({
          path: places[0]?.path ?? properties.path,
          message: '"ForwardedValues" does nothing beside "CachePolicyId"',
        })
      }
    }
    for (const properties of propertiesOf(template, 'AWS::ApiGateway::Stage')) {
      for (const { value, path } of placesAt(properties, 'MethodSettings.*')) {
        const keys = isObject(value) ? Object.keys(value) : []
        if (keys.length > 0 && !keys.some((key) => settings.test(key)))
          report({ code: 'W3705', path, message: 'The entry sets nothing' })
      }
    }
    for (const properties of propertiesOf(template, 'AWS::ApiGateway::RestApi')) {
      for (const { value, path } of ['Body', 'BodyS3Location'].flatMap((key) => placesAt(properties, key))) {
        const other = value === undefined ? undefined : partOf(String(properties.path[1]), template)
        if (other !== undefined)
          report({
            code: 'W3660',
            path,
            message: `"${other}" adds to the API, which is written as a whole here`,
          })
      }
    }
  },
}

/** A resource that makes a part of the API. */
function partOf(api: string, template: TemplateView): string | undefined {
  const graph = dependencyGraph(template)
  return [...template.resources.values()].find(
    ({ id, type }) => partsOfApis.test(type) && graph.get(id)?.has(api) === true,
  )?.id
}
