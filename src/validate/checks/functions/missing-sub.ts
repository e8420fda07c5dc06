import { getAttParts, judgeAttribute } from '../../attributes.ts'
import type { Check } from '../../check.ts'
import { telling } from '../../texts.ts'
import type { Path } from '../../finding.ts'
import { isObject } from '../../json.ts'
import { pseudoParameters } from '../../pseudo-parameters.ts'
import type { TemplateView } from '../../template-view.ts'

export const missingSub: Check = {
  rules: [
    {
      code: 'E1029',
      level: 'error',
      title: 'Texts with the name of a parameter or resource in ${…} stand in Fn::Sub',
      help: 'Without Fn::Sub nothing is put in: the text is used with the dollar sign and the braces. Wrap it in Fn::Sub; inside one, ${!Name} stands for the text ${Name}.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
    },
  ],
  run(template, report) {
    for (const { value: text, path } of telling(template).texts) {
      if (!text.includes('${') || path.includes('Fn::Sub') || path.at(-1) === 'TemplateBody') continue
      const names = [...text.matchAll(/\$\{([A-Za-z0-9_:.]+)\}/g)].map((match) => match[1] as string)
      const name = names.find((one) => isMeant(one, path, template))
      if (name !== undefined)
        report({ path, message: `"\${${name}}" is not replaced here, outside of Fn::Sub` })
    }
  },
}

/** Whether a name in braces is one that Fn::Sub would replace. */
function isMeant(name: string, path: Path, template: TemplateView): boolean {
  const { parameters, resources } = template
  const owner = path.findIndex((step) => step === 'DefinitionString' || step === 'Definition')
  if (owner >= 0 && isSubstituted(name, path.slice(0, owner), template.root)) return false
  if (Object.hasOwn(parameters, name) || resources.has(name) || pseudoParameters.has(name)) return true
  if (path.includes('DefinitionString')) return true
  const parts = name.includes('.') ? getAttParts(name) : undefined
  const target = parts && resources.get(parts.id)
  return target !== undefined && judgeAttribute(target.type, parts?.attribute ?? '', template) === 'exists'
}

/** State machines replace names by themselves. */
function isSubstituted(name: string, machine: Path, root: unknown): boolean {
  const properties = machine.reduce<unknown>(
    (inner, step) => (inner as { readonly [step: string | number]: unknown } | undefined)?.[step],
    root,
  )
  const own = isObject(properties) ? properties['DefinitionSubstitutions'] : undefined
  return isObject(own) && Object.hasOwn(own, name)
}
