import type { Check, Problem } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { secretProperties } from '../../secret-properties.ts'
import type { TemplateView } from '../../template-view.ts'
import { telling } from '../../texts.ts'

const source = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html'

export const dynamicReferences: Check = {
  rules: [
    {
      code: 'E1050',
      level: 'error',
      title: 'Dynamic references are written as CloudFormation reads them',
      help: '{{resolve:ssm:name:version}}, {{resolve:ssm-secure:name:version}} or {{resolve:secretsmanager:secret:SecretString:key:stage:version}}.',
      source,
    },
    {
      code: 'E1051',
      level: 'error',
      title: 'Secrets of Secrets Manager are read in properties only',
      help: 'Outputs and metadata are shown to everyone who may see the stack, so CloudFormation does not put secrets there.',
      source,
    },
    {
      code: 'E1027',
      level: 'error',
      title: 'Encrypted parameters are read where CloudFormation can decrypt them',
      help: '{{resolve:ssm-secure:…}} works for the passwords of a few types only. Elsewhere use {{resolve:secretsmanager:…}}.',
      source,
    },
    {
      code: 'W1051',
      level: 'warning',
      title: 'Where the ARN of a secret is wanted, the secret is not read',
      help: 'The service reads the secret itself, by its ARN. With {{resolve:secretsmanager:…}} it gets the content in place of the ARN.',
      source,
    },
    {
      code: 'W1053',
      level: 'warning',
      title: 'Dynamic references have no spaces after the braces',
      help: '"{{ resolve:…}}" is taken for plain text. Write {{resolve:…}}.',
      source,
    },
  ],
  run(template, report) {
    for (const { value: text, path } of telling(template).texts) {
      if (!text.includes('resolve:') || path[0] === 'Metadata' || path[0] === 'Description') continue
      if (/\{\{\s+resolve:/.test(text))
        report({ code: 'W1053', path, message: 'The reference begins with a space, and is not resolved' })
      // What ${…} stands for is not known, and may hold colons as it is written.
      const known = text.replace(/\$\{[^{}]*\}/g, 'x')
      for (const [, inner = ''] of known.matchAll(/\{\{resolve:([^{}]*)\}\}/g))
        for (const problem of problemsOf(inner.split(':'), path, template)) report({ path, ...problem })
    }
  },
}

type Told = Omit<Problem, 'path'>

function problemsOf(parts: readonly string[], path: Path, template: TemplateView): readonly Told[] {
  const [service = '', name = ''] = parts
  const wrong = wrongWith(parts)
  const told: readonly Told[] =
    wrong === undefined ? [] : [{ message: `{{resolve:${parts.join(':')}}} ${wrong}` }]
  const where = placeOf(path, template)
  if (service === 'ssm-secure' && !isSecret(where))
    return [...told, { code: 'E1027', message: `The encrypted parameter "${name}" cannot be read here` }]
  if (service !== 'secretsmanager') return told
  const isProperty = path[0] === 'Resources' && path[2] === 'Properties'
  const isDefault = path[0] === 'Parameters' && path[2] === 'Default'
  if (!isProperty && !isDefault)
    return [...told, { code: 'E1051', message: `The secret "${name}" is read outside of properties` }]
  const field = path.find((step) =>
    /^(SecretAr[nN]|SecretARN|SecretsManager(Oracle\w+|Security\w+)?SecretId|SecretsManagerConfiguration)$/.test(
      String(step),
    ),
  )
  if (!isProperty || field === undefined) return told
  return [...told, { code: 'W1051', message: `"${field}" wants the ARN of a secret, and gets its content` }]
}

/** What is wrong with the form of a reference. */
function wrongWith(parts: readonly string[]): string | undefined {
  const [service = '', name, version] = parts
  if (!['ssm', 'ssm-secure', 'secretsmanager'].includes(service)) return `names no service to read from`
  if (name === undefined) return 'names nothing to read'
  if (service !== 'secretsmanager') {
    if (parts.length > 3) return 'has too many parts'
    return version === undefined || /[\dx]/.test(version) ? undefined : 'has a version that is no number'
  }
  const isArn = name === 'arn'
  const kind = parts[isArn ? 8 : 2]
  if (isArn && (parts.length < 8 || parts[6] !== 'secret')) return "has an ARN that is not a secret's"
  if (parts.length > (isArn ? 12 : 6)) return 'has too many parts'
  return kind === undefined || ['SecretString', '', 'x'].includes(kind)
    ? undefined
    : 'reads something else than SecretString'
}

/** The type and the path of the property, in the form of the table of secrets. */
function placeOf(path: Path, { resources }: TemplateView): string {
  const steps = path
    .slice(3)
    .filter((step, index, all) => step !== 'Fn::If' && all[index - 1] !== 'Fn::If' && step !== 'Fn::Sub')
  const place = steps.map((step) => (typeof step === 'number' ? '*' : step)).join('.')
  return `${resources.get(String(path[1]))?.type ?? ''} ${place}`
}

function isSecret(place: string): boolean {
  const [type = '', path = ''] = place.split(' ')
  return Object.hasOwn(secretProperties, type) && secretProperties[type]?.includes(path) === true
}
