import type { Rule } from './check.ts'

/** What is found around the checks: files that are no templates, and suppressions that are not as they should be. */
export const frameRules: readonly Rule[] = [
  {
    code: 'E0000',
    level: 'error',
    title: 'The template can be read: it is JSON or YAML, and no key stands twice',
    help: 'CloudFormation refuses what it cannot parse, and of two equal keys it silently takes one. Correct the line that the finding names.',
  },
  {
    code: 'CFS0001',
    level: 'info',
    title: 'Everything in the template could be judged',
    help: 'Something was left undecided rather than guessed: there are too many combinations of conditions, a macro or a loop makes what is not known here, a type has no schema, or the time was over. Look at that part yourself, or give the schema of the type.',
  },
  {
    code: 'CFS9001',
    level: 'warning',
    title: 'A comment that suppresses a finding says why',
    help: 'Whoever reads the code later cannot tell a considered exception from a silenced mistake. Write the reason after a colon: `// cfstack-ignore CODE: reason`.',
  },
  {
    code: 'CFS9002',
    level: 'warning',
    title: 'A comment that suppresses a finding suppresses one',
    help: 'The finding is gone, or the comment stands at the wrong line, so that it hides nothing today and something else tomorrow. Remove the comment, or put it on the line that makes the resource or directly above it.',
  },
  {
    code: 'CFS9003',
    level: 'warning',
    title: 'The deeper validation of `--deep` comes to its end',
    help: 'It is the work of `@aws/cloudformation-validate`, which runs in a process of its own and could not judge this template, or not all of it. The findings of cfstack stand. When the reason names a policy, correct the policy.',
  },
]
