import type { ComposedStack } from './compose.ts'
import type { Manifest, ManifestStack, ManifestSuppression } from '../model/manifest.ts'
import type { Place } from './problems.ts'
import type { StackSettings } from '../model/stack.ts'
import { capabilitiesOf } from '../model/capabilities.ts'

/** What the manifest needs from outside: hashes of texts and how lines are written. */
export interface ManifestTools {
  /** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
  readonly sha256: (text: string) => string
  readonly place: Place
  /** What comments in the code ask not to hear of, by stack. */
  readonly suppressions?: ReadonlyMap<ComposedStack, readonly ManifestSuppression[]>
}

/** The manifest of composed stacks: all that a deployment needs besides the templates. */
export function manifestOf(stacks: readonly ComposedStack[], tools: ManifestTools): Manifest {
  return {
    version: 1,
    stacks: Object.fromEntries(stacks.map((one) => [one.stack.name, manifestStack(one, tools)])),
  }
}

function manifestStack(composed: ComposedStack, tools: ManifestTools): ManifestStack {
  const { parameters, description, metadata, transform, references, outputReaderRole, ...settings } =
    composed.stack.settings
  const capabilities = capabilitiesOf(composed.template)
  const suppressions = tools.suppressions?.get(composed) ?? []
  return {
    template: `${composed.stack.name}.json`,
    sha256: tools.sha256(composed.text),
    ...settings,
    ...(parameters && { parameters: parameterTexts(parameters) }),
    ...(capabilities.length > 0 && { capabilities }),
    ...(composed.dependsOn.length > 0 && { dependsOn: composed.dependsOn }),
    ...(Object.keys(composed.exports).length > 0 && { exports: composed.exports }),
    sources: Object.fromEntries([...composed.sources].map(([id, line]) => [id, tools.place(line)])),
    ...(suppressions.length > 0 && { suppressions }),
  }
}

/** Parameter values as CloudFormation takes them: text, lists joined by commas. */
function parameterTexts(parameters: NonNullable<StackSettings['parameters']>): {
  readonly [name: string]: string
} {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : String(value),
    ]),
  )
}
