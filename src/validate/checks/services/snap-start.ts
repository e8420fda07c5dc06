import type { Check } from '../../check.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { textIn } from '../../wiring/literal.ts'
import { withGlobals } from '../../serverless-function.ts'
import type { Place } from '../../wiring/place.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'
import type { TemplateView } from '../../template-view.ts'

/** Runtimes of the families that have it, too old or of the wrong kind for it. */
const without = /^(dotnetcore.*|dotnet(5\.0|6|7)|java8(\.al2)?|python3\.([7-9]|10|11))$/

export const snapStart: Check = {
  rules: [
    {
      code: 'E2530',
      level: 'error',
      title: 'A function with SnapStart has a runtime that supports it',
      help: 'SnapStart works with Java 11, Python 3.12, .NET 8 and later. Leave "SnapStart" out, or use one of them.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html',
    },
    {
      code: 'W2530',
      level: 'warning',
      title: 'A function with SnapStart has a version',
      help: 'SnapStart applies to published versions only. Add an AWS::Lambda::Version of the function, and call that.',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html',
    },
  ],
  run(template, report) {
    const versioned = new Set(versionedFunctions(template))
    for (const properties of propertiesOf(template, 'AWS::Lambda::Function', 'AWS::Serverless::Function')) {
      for (const snap of placesAt(properties, 'SnapStart.ApplyOn')) {
        if (snap.value !== 'PublishedVersions') continue
        for (const { places, when } of togetherAt(properties, 'Runtime')) {
          const runtime = textIn(places[0]?.value ?? sharedRuntime(properties, template))
          if (runtime === undefined || hasSnapStart(runtime) || !canHappen(template, [when, snap.when]))
            continue
          report({ path: snap.path, message: `The runtime "${runtime}" has no SnapStart` })
        }
        if (!versioned.has(snap.path[1] as string) && !isServerless(properties, template) && !template.open)
          report({
            code: 'W2530',
            path: snap.path,
            message: 'SnapStart is on, and no version of the function is published',
          })
      }
    }
  },
}

function isServerless({ path }: Place, { resources }: TemplateView): boolean {
  return resources.get(path[1] as string)?.type === 'AWS::Serverless::Function'
}

function sharedRuntime(properties: Place, template: TemplateView): unknown {
  return isServerless(properties, template) ? withGlobals({}, template)['Runtime'] : undefined
}

function hasSnapStart(runtime: string): boolean {
  return /^(python|java|dotnet)/.test(runtime) && !without.test(runtime)
}

function versionedFunctions(template: TemplateView): readonly string[] {
  return propertiesOf(template, 'AWS::Lambda::Version')
    .flatMap((version) => placesAt(version, 'FunctionName'))
    .flatMap((name) => targetOf(name, template)?.resource.id ?? [])
}
