import type { Rule } from '../check.ts'

const source = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html'

/** What is found between templates; see `validateApp`. */
export const appRules: readonly Rule[] = [
  {
    code: 'CFS2401',
    level: 'error',
    title: 'An export stays as long as another stack imports it',
    help:
      'CloudFormation refuses to remove an export that a stack imports, so that the update of the exporting stack fails; and as long as it ' +
      'is not updated, the importing stack cannot be pointed elsewhere. Keep the export, deploy the importing stack without the ' +
      'import, then remove the export.',
    source,
  },
  {
    code: 'CFS2402',
    level: 'error',
    title: 'The value of an export stays as long as another stack imports it',
    help:
      'CloudFormation refuses to change the value of an export that a stack imports. Export the new value under another name, let the ' +
      'importing stacks use it, then remove the old export; or read it with a weak reference.',
    source,
  },
  {
    code: 'CFS2403',
    level: 'warning',
    title: 'What is imported is exported',
    help:
      'None of the templates that were validated together exports this name, and one exports nearly the same: the stack cannot be created ' +
      'when the name is a slip. Correct the name, or validate the template together with the one that exports it.',
    source,
  },
]
