import type { Check } from '../../check.ts'

export const importedOutputs: Check = {
  rules: [
    {
      code: 'W6001',
      level: 'warning',
      title: 'Outputs are not what was imported',
      help: 'An output that passes on an import makes a chain of stacks that must be updated in order. Let the reader import it from where it is made.',
    },
  ],
  run({ uses }, report) {
    for (const { name, path } of uses) {
      if (name === 'Fn::ImportValue' && path[0] === 'Outputs' && path[2] === 'Value' && path.length === 4)
        report({ path, message: 'The output passes on what another stack exports' })
    }
  },
}
