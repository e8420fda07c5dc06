import type { Problem } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { isObject, onlyKey } from '../../json.ts'
import type { TemplateView } from '../../template-view.ts'

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
export function passwords({ resources, parameters }: TemplateView): readonly Problem[] {
  const problems: Problem[] = []
  const open = new Set<string>()
  for (const { id, json } of resources.values()) {
    for (const [value, path] of valuesNamed(json['Properties'], ['Resources', id, 'Properties'])) {
      if (typeof value === 'string') problems.push(...problemOf(value, path))
      const name = onlyKey(value) === 'Ref' && isObject(value) ? value['Ref'] : undefined
      const parameter =
        typeof name === 'string' && Object.hasOwn(parameters, name) ? parameters[name] : undefined
      if (isObject(parameter) && !/^true$/i.test(String(parameter['NoEcho']))) open.add(String(name))
    }
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

function* valuesNamed(value: unknown, path: Path): Generator<readonly [value: unknown, path: Path]> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (names.has(key)) yield [inner, here]
    yield* valuesNamed(inner, here)
  }
}
