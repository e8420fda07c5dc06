import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { lambdaRuntimes } from '../../schemas/extension-schemas.ts'
import { runtimeStage } from './runtime-stage.ts'
import { textIn } from '../../wiring/literal.ts'

const source = 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html'

/** Warnings, though cfn-lint calls two of them errors: they come with time, and a template that was right stays right. */
export const runtimes: Check = {
  rules: [
    {
      code: 'W2531',
      level: 'warning',
      title: 'The runtime of a function is still looked after',
      help: 'AWS no longer mends the runtime; soon, functions can neither be made nor changed with it. Move to the one that follows.',
      source,
    },
    {
      code: 'E2531',
      level: 'warning',
      title: 'Functions can still be made with this runtime',
      help: 'Lambda refuses new functions with it; those that there are can still be changed. Move to the one that follows.',
      source,
    },
    {
      code: 'E2533',
      level: 'warning',
      title: 'Functions can still be changed with this runtime',
      help: 'Lambda refuses to make and to change functions with it, so that the next update fails. Move to the one that follows.',
      source,
    },
  ],
  run(template, report) {
    const today = new Date().toISOString().slice(0, 10)
    for (const properties of propertiesOf(template, 'AWS::Lambda::Function')) {
      for (const { value, path } of placesAt(properties, 'Runtime')) {
        const runtime = textIn(value) ?? ''
        const life = Object.hasOwn(lambdaRuntimes(), runtime) ? lambdaRuntimes()[runtime] : undefined
        const stage = life && runtimeStage(life, today)
        if (stage === undefined) continue
        const hint = life?.successor == null ? undefined : `Use ${life.successor}`
        report({ code: stage.code, path, message: `"${runtime}": since ${stage.since} ${stage.says}`, hint })
      }
    }
  },
}
