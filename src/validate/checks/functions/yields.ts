import type { Check } from '../../check.ts'
import { blame, isForMacro, isNested } from '../../functions/blame.ts'
import { mayStand, yieldsOf } from '../../functions/yields.ts'
import { kindsAt, placeOf } from '../../properties/kinds-at.ts'
import { inWords } from '../../shapes/shape.ts'
import { functionArguments } from './arguments.ts'

/** What functions yield, against what the property wants. Their codes are those of the functions. */
export const functionYields: Check = {
  rules: functionArguments.rules,
  run(template, report) {
    for (const { name, argument, path } of template.uses) {
      if (path[0] !== 'Resources' || path[2] !== 'Properties' || isForMacro(path) || isNested(path)) continue
      const given = yieldsOf(name, argument, template)
      if (given === undefined) continue
      const type = template.resources.get(String(path[1]))?.type ?? ''
      const schema = template.types.schema(type)
      const wanted = schema && kindsAt(schema, placeOf(path))
      if (wanted === undefined || mayStand(name, given, wanted)) continue
      report({
        code: blame(path),
        path,
        message: `${name} yields ${inWords(given)}, where ${inWords(wanted)} is expected`,
        hint: hintFor(given.includes('list'), wanted.includes('list')),
      })
    }
  },
}

function hintFor(isList: boolean, wantsList: boolean): string | undefined {
  if (isList && !wantsList) return 'Take one item with Fn::Select, or make one text with Fn::Join'
  return wantsList && !isList ? 'Put it into a list' : undefined
}
