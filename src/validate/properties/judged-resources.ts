import { onlyKey } from '../json.ts'
import { linterSettings } from '../linter-settings.ts'
import { oncePerTemplate } from '../once-per-template.ts'
import { withStrictKinds } from '../schemas/judges.ts'
import { startTimer } from '../timer.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { judge, type Judgement } from './judge.ts'

/** Milliseconds for all resources of a template: far more than any real one needs, and an end for those made to be slow. */
const longest = 1200

const notJudged: Judgement = { faults: [], calls: () => [], undecided: true }

/** What the schemas of their types say of the resources, by logical id. Types that are not known are left out. */
export const judgedResources: (template: TemplateView) => ReadonlyMap<string, Judgement> = oncePerTemplate(
  (template) => {
    const judged = new Map<string, Judgement>()
    const timer = startTimer(longest)
    const judgeKinds = linterSettings(template.root).strictKinds ? judgeStrictly : judge
    for (const resource of template.resources.values()) {
      if (timer.isOver()) {
        judged.set(resource.id, notJudged)
        continue
      }
      const validator = template.types.validator(schemaType(resource, template))
      if (validator === undefined) continue
      const { Properties: properties = {}, Condition: condition } = resource.json
      judged.set(resource.id, judgeKinds(asObject(properties), validator, template.scenarios, condition))
    }
    return judged
  },
)

/** Where the template asks cfn-lint not to take text for numbers. */
const judgeStrictly: typeof judge = (...given) => withStrictKinds(() => judge(...given))

/** The type whose schema a resource has. Custom resources of any name are one type, when they have no schema of their own. */
export function schemaType({ type }: ResourceView, { types }: TemplateView): string {
  const isNameless = type.startsWith('Custom::') && types.attributes(type) === undefined
  return isNameless ? 'AWS::CloudFormation::CustomResource' : type
}

/** Properties are an object or what makes one; of another function in their place nothing can come that a resource needs. */
function asObject(properties: unknown): unknown {
  const name = onlyKey(properties)
  const yieldsNone =
    name === 'Ref' || (name?.startsWith('Fn::') === true && !/^Fn::(If$|Transform$|ForEach::)/.test(name))
  return yieldsNone ? {} : properties
}
