import type { Check } from '../../check.ts'
import { textIn } from '../../wiring/literal.ts'

export const constantConditions: Check = {
  rules: [
    {
      code: 'W8003',
      level: 'warning',
      title: 'Fn::Equals compares something that may differ',
      help: 'Two texts that are written out, or twice the same reference, are always equal or never. Compare with a parameter, or take the condition out.',
    },
  ],
  run({ uses }, report) {
    for (const { name, argument, path } of uses) {
      if (name !== 'Fn::Equals' || !Array.isArray(argument) || argument.length !== 2) continue
      const [left, right] = argument.map(textIn)
      const isSame = JSON.stringify(argument[0]) === JSON.stringify(argument[1])
      if (!isSame && (left === undefined || right === undefined)) continue
      report({ path, message: `This is always ${isSame || left === right}` })
    }
  },
}
