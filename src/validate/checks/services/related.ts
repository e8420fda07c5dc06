import type { Check, Problem, Rule } from '../../check.ts'
import { placesAt, togetherAt } from '../../properties/places-at.ts'
import type { TemplateView } from '../../template-view.ts'
import { judgeEach } from '../../wiring/judge-each.ts'
import { placeOf, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'
import { relations, type Relation } from './relations.ts'

/** Rules about two resources, one of which names the other. */
export const related: Check = {
  rules: relations.map(({ rule }) => rule) as unknown as readonly [Rule],
  run(template, report) {
    for (const relation of relations) {
      judgeEach(resourcesOf(template, relation.from), template, (resource) => {
        for (const from of placesAt(placeOf(resource), 'Properties'))
          for (const problem of problemsOf(from, relation, template)) report(problem)
      })
    }
  },
}

function problemsOf(from: Place, relation: Relation, template: TemplateView): readonly Problem[] {
  const { rule, via, to, ours, theirs, wrong } = relation
  const problems = new Map<string, Problem>()
  for (const place of placesAt(from, via)) {
    const target = targetOf(place, template)
    if (target?.resource.type !== to) continue
    for (const other of placesAt(placeOf(target.resource), 'Properties')) {
      const others = togetherAt(other, ...theirs)
      for (const mine of togetherAt(from, ...ours)) {
        template.effort.spend(1 + others.length)
        for (const its of others) {
          const told = wrong(mine.places.map(valueOf), its.places.map(valueOf), target.resource.id)
          if (told === undefined || !canHappen(template, [place.when, target.when, mine.when, its.when]))
            continue
          const at = relation.at === 'theirs' ? its.places[0] : mine.places[0]
          const path = at?.value === undefined ? (relation.at === 'theirs' ? other.path : from.path) : at.path
          problems.set(told, { code: rule.code, path, message: told })
        }
      }
    }
  }
  return [...problems.values()]
}

function valueOf({ value }: Place): unknown {
  return value
}
