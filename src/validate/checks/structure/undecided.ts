import type { Check } from '../../check.ts'

/** What this program cannot know, so that silence is not taken for approval. */
export const undecided: Check = {
  rules: [
    {
      code: 'CFS0001',
      level: 'info',
      title: 'Everything in the template could be judged',
      help: 'Something was left undecided rather than guessed: there are too many combinations of conditions, a macro or a loop makes what is not known here, a type has no schema, or the time was over. Look at that part yourself, or give the schema of the type.',
    },
    {
      code: 'E1032',
      level: 'error',
      title: 'Fn::ForEach makes no name twice',
    },
  ],
  run({ macros, transforms, root, loopNotes }, report) {
    if (macros) {
      const message = `What ${transforms.join(', ')} makes of the template is not known here: names that are missing were not judged`
      report({ path: ['Transform'], message })
    }
    for (const section of ['Resources', 'Outputs', 'Mappings', 'Conditions', 'Parameters']) {
      const value = root[section]
      if (typeof value === 'object' && value !== null && 'Fn::Transform' in value)
        report({
          path: [section, 'Fn::Transform'],
          message: `What the macro adds to ${section} is not known here`,
        })
    }
    for (const { path, message, clash } of loopNotes)
      report({ path, message, ...(clash === true && { code: 'E1032' }) })
  },
}
