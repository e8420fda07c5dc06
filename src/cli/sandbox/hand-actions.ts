import { assignmentOf, wantedWords, type SandboxActions } from './sandbox-action.ts'

/** What somebody does by hand, past CloudFormation. */
export const handActions: SandboxActions = {
  change: {
    example: 'change web WebQueue DelaySeconds=5',
    describe: 'Change a resource by hand: drift. Values are JSON, or text',
    run: (control, { names }) => {
      const [stack = '', logicalId = '', ...words] = wantedWords('change', names, [
        'STACK',
        'LOGICAL_ID',
        'PROPERTY=VALUE',
      ])
      const values = words.map(assignmentOf).map(([name, value]) => [name, jsonOrText(value)] as const)
      const properties = Object.fromEntries(values)
      control.changeResource({ stack, logicalId }, properties)
      const text = `${logicalId} of stack "${stack}" was changed by hand`
      return { document: { stack, logicalId, properties }, text }
    },
  },
  remove: {
    example: 'remove web WebQueue',
    describe: 'Delete a resource by hand: drift',
    run: (control, { names }) => {
      const [stack = '', logicalId = ''] = wantedWords('remove', names, ['STACK', 'LOGICAL_ID'])
      control.removeResource({ stack, logicalId })
      const text = `${logicalId} of stack "${stack}" was deleted by hand`
      return { document: { stack, logicalId }, text }
    },
  },
  parameter: {
    example: 'parameter /images/web=ami-0123456789abcdef0',
    describe: 'Store a parameter of Systems Manager',
    run: (control, { names }) => {
      const [word = ''] = wantedWords('parameter', names, ['NAME=VALUE'])
      const [name, value] = assignmentOf(word)
      control.putParameter({ name, value })
      return { document: { name, value }, text: `Parameter "${name}" is stored` }
    },
  },
  secret: {
    example: `secret database='{"password":"x"}'`,
    describe: 'Store a secret of Secrets Manager',
    run: (control, { names }) => {
      const [word = ''] = wantedWords('secret', names, ['NAME=VALUE'])
      const [name, value] = assignmentOf(word)
      control.putSecret({ name, value })
      return { document: { name }, text: `Secret "${name}" is stored` }
    },
  },
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
