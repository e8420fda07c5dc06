import type { Check } from '../../check.ts'
import { isObject, kindOf, textOf } from '../../json.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { yamlLibrary } from '../../read-template.ts'
import { isCall, type Place } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'
import type { TemplateView } from '../../template-view.ts'

const versions = ['0.3', '1.0', '1.2', '2.0', '2.2']

export const documents: Check = {
  rules: [
    {
      code: 'E3051',
      level: 'error',
      title: 'Documents of Systems Manager say the version of their schema',
      help: '"schemaVersion" is a text, so in quotes: "0.3" for automations, "2.2" for commands, "1.0" for sessions.',
      source: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::SSM::Document')) {
      for (const content of placesAt(properties, 'Content')) {
        const wrong = wrongWith(content, template)
        if (wrong !== undefined) report({ path: content.path, ...wrong })
      }
    }
  },
}

function wrongWith(
  content: Place,
  template: TemplateView,
): { readonly message: string; readonly hint?: string } | undefined {
  if (content.value === undefined || isCall(content.value)) return undefined
  const value = typeof content.value === 'string' ? parse(content.value) : content.value
  if (!isObject(value)) return { message: `The document is ${kindOf(value)}, expected an object` }
  const hint = `Allowed: ${versions.map((version) => `"${version}"`).join(', ')}`
  for (const version of placesAt({ ...content, value }, 'schemaVersion')) {
    if (isCall(version.value) || versions.includes(version.value as string)) continue
    if (!canHappen(template, [version.when])) continue
    return version.value === undefined
      ? { message: 'The document has no "schemaVersion"', hint }
      : { message: `${textOf(version.value)} is no version of documents`, hint }
  }
  return undefined
}

/** The text itself when it is neither JSON nor YAML. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const document = yamlLibrary().parseDocument(text, { logLevel: 'silent' })
    return document.errors.length > 0 ? text : document.toJS({ maxAliasCount: 100 })
  }
}
