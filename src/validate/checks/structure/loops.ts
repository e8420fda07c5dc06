import type { Check, Problem } from '../../check.ts'
import { isObject } from '../../json.ts'

/** Where a loop stands, and what cfn-lint says of a field that is unknown there. */
const sections = [
  { section: 'Resources', unknown: 'E3001' },
  { section: 'Outputs', unknown: 'E6001' },
  { section: 'Conditions', unknown: 'E8001' },
] as const

const source =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html'

export const loops: Check = {
  rules: [
    {
      code: 'E1032',
      level: 'error',
      title:
        'Fn::ForEach stands in a template with the language extensions, and is a name, a collection and a template',
      help: 'Without the transform AWS::LanguageExtensions a loop is an unknown name for CloudFormation, which refuses the template. A loop reads [Name, [values], { "Id${Name}": … }].',
      source,
    },
    { code: 'E3001', level: 'error', title: 'A loop over resources needs the language extensions', source },
    { code: 'E6001', level: 'error', title: 'A loop over outputs needs the language extensions', source },
    { code: 'E8001', level: 'error', title: 'A loop over conditions needs the language extensions', source },
  ],
  run({ root, loops: hasLoops, transforms, macros }, report) {
    if (macros || !hasLoops) return
    const extended = transforms.includes('AWS::LanguageExtensions')
    for (const { section, unknown } of sections)
      judge(root[section], [section], { extended, unknown, report })
  },
}

interface Told {
  readonly extended: boolean
  readonly unknown: string | undefined
  readonly report: (problem: Problem) => void
}

function judge(value: unknown, path: readonly (string | number)[], told: Told): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (key.startsWith('Fn::ForEach')) judgeLoop(key, inner, here, told)
    judge(inner, here, { ...told, unknown: undefined })
  }
}

function judgeLoop(key: string, value: unknown, path: readonly (string | number)[], told: Told): void {
  const { extended, unknown, report } = told
  if (!extended) {
    const hint = 'Add `"Transform": "AWS::LanguageExtensions"` to the template'
    const message = 'Fn::ForEach needs the transform AWS::LanguageExtensions'
    report({ path, message, hint })
    if (unknown !== undefined) report({ code: unknown, path, message, hint })
  } else if (!/^Fn::ForEach::[A-Za-z0-9]+$/.test(key)) {
    report({ path, message: `"${key}" names no loop`, hint: 'Write "Fn::ForEach::Name"' })
  } else if (!isLoop(value)) {
    report({ path, message: 'A loop takes a name, a collection and what is repeated' })
  }
}

function isLoop(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 3) return false
  const [name, collection, body] = value as readonly unknown[]
  return typeof name === 'string' && typeof collection === 'object' && collection !== null && isObject(body)
}
