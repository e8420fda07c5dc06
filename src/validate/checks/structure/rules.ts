import type { Check } from '../../check.ts'
import { conditionShape } from '../../functions/shapes.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'

const assertion: Shape = {
  kinds: ['object'],
  fields: { Assert: {}, AssertDescription: { kinds: ['string'] } },
  others: {},
}
const shape: Shape = {
  kinds: ['object'],
  names: /^[A-Za-z0-9]+$/,
  others: {
    kinds: ['object'],
    required: ['Assertions'],
    fields: { RuleCondition: {}, Assertions: { kinds: ['list'], items: assertion } },
    others: {},
  },
}

const page = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html'
const help =
  'Rules check parameters before anything is made. A formula is one of And, Or, Not, Equals, Contains, EachMemberEquals, EachMemberIn, RefAll, ValueOf and ValueOfAll.'

export const parameterRules: Check = {
  rules: [
    {
      code: 'E1700',
      level: 'error',
      title: 'Each rule has assertions, and perhaps a condition',
      help: 'CloudFormation refuses a rule of another form. Names are alphanumeric, Assertions is a list of objects with Assert and AssertDescription.',
      source: page,
    },
    { code: 'E1701', level: 'error', title: 'What a rule asserts is a formula', help, source: page },
    { code: 'E1702', level: 'error', title: 'The condition of a rule is a formula', help, source: page },
  ],
  run(template, report) {
    const { Rules: rules } = template.root
    if (typeof rules !== 'object' || rules === null || Array.isArray(rules)) return
    judgeAs({ other: 'E1700' }, rules, shape, ['Rules'], { template, report })
    const formula = conditionShape(true)
    for (const [id, rule] of Object.entries(rules as { readonly [id: string]: unknown })) {
      const { RuleCondition: condition, Assertions: assertions } = (rule ?? {}) as {
        readonly [key: string]: unknown
      }
      const path = ['Rules', id]
      if (condition !== undefined)
        judgeAs({ other: 'E1702' }, condition, formula, [...path, 'RuleCondition'], { template, report })
      for (const [index, one] of (Array.isArray(assertions) ? assertions : []).entries()) {
        const { Assert: assert } = (one ?? {}) as { readonly [key: string]: unknown }
        if (assert !== undefined)
          judgeAs({ other: 'E1701' }, assert, formula, [...path, 'Assertions', index, 'Assert'], {
            template,
            report,
          })
      }
    }
  },
}
