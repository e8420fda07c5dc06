import { oncePerTemplate } from '../once-per-template.ts'
import type { TemplateView } from '../template-view.ts'

/** Transforms of AWS that add nothing to resources which are written out. */
const harmless = new Set([
  'AWS::LanguageExtensions',
  'AWS::Serverless-2016-10-31',
  'AWS::CodeDeployBlueGreen',
  'AWS::SecretsManager-2020-07-23',
])

/** Whether a resource that is not written in the template is not there: no macro, include or loop makes others. */
export const isWhole = oncePerTemplate(
  ({ root, transforms, resources }: TemplateView) =>
    [root['Transform'] ?? []].flat().length === transforms.length &&
    transforms.every((name) => harmless.has(name)) &&
    !('Fn::Transform' in root) &&
    ![...resources.keys()].some((id) => id.startsWith('Fn::')),
)
