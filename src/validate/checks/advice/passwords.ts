import type { Problem } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { isObject, onlyKey } from '../../json.ts'
import type { TemplateView } from '../../template-view.ts'
import { telling } from '../../texts.ts'

const names = new Set([
  'AccountPassword',
  'ADDomainJoinPassword',
  'AdminPassword',
  'CrossRealmTrustPrincipalPassword',
  'DbPassword',
  'KdcAdminPassword',
  'MasterUserPassword',
  'Password',
  'PasswordParam',
])

/** Passwords that are written out in properties, and parameters for passwords that are not hidden. */
export function passwords(template: TemplateView): readonly Problem[] {
  const { parameters } = template
  const problems: Problem[] = []
  const open = new Set<string>()
  for (const { value, path } of telling(template).passwords) {
    if (path[0] !== 'Resources' || path[2] !== 'Properties' || !names.has(String(path.at(-1)))) continue
    if (typeof value === 'string') problems.push(...problemOf(value, path))
    const name = onlyKey(value) === 'Ref' && isObject(value) ? value['Ref'] : undefined
    const parameter =
      typeof name === 'string' && Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (isObject(parameter) && !/^true$/i.test(String(parameter['NoEcho']))) open.add(String(name))
  }
  const shown = [...open].map((name) => ({
    path: ['Parameters', name],
    message: `The parameter "${name}" is a password and is shown`,
    hint: 'Set "NoEcho" to true',
  }))
  return [...problems, ...shown]
}

function problemOf(value: string, path: Path): readonly Problem[] {
  if (!value.includes('{{resolve:'))
    return [{ path, message: 'The password is written out', hint: 'Use {{resolve:secretsmanager:…}}' }]
  if (!value.includes('{{resolve:ssm:')) return []
  return [
    {
      path,
      message: 'The password is kept in a plain text parameter',
      hint: 'Use {{resolve:ssm-secure:…}} or {{resolve:secretsmanager:…}}',
    },
  ]
}
