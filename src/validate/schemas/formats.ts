import { isIPv4, isIPv6 } from 'node:net'

/** A format that a value may be of, and the code under which cfn-lint reports that it is not. */
interface Format {
  readonly code: string
  readonly fits: RegExp | ((text: string) => boolean)
  /** What is expected, for the message. */
  readonly wanted: string
}

const arn = 'arn:aws[a-zA-Z-]*:'
const hex = '([a-fA-F0-9]{8}|[a-fA-F0-9]{17})'
const keyId = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** The formats of the schemas that say something about text; those of lists are for references only. */
export const formats: { readonly [name: string]: Format } = {
  'AWS::EC2::SecurityGroup.Id': named('E1150', `^sg-${hex}$`, 'the id of a security group'),
  'AWS::EC2::VPC.Id': named('E1151', `^vpc-${hex}$`, 'the id of a VPC'),
  'AWS::EC2::Image.Id': named('E1152', '^ami-([0-9a-z]{8}|[0-9a-z]{17})$', 'the id of an AMI'),
  'AWS::EC2::SecurityGroup.Name': named(
    'E1153',
    '^[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]+$',
    'the name of a security group',
  ),
  'AWS::EC2::Subnet.Id': named('E1154', `^subnet-${hex}$`, 'the id of a subnet'),
  'AWS::Logs::LogGroup.Name': named('E1155', '^[.\\-_/#A-Za-z0-9]{1,512}$', 'the name of a log group'),
  'AWS::IAM::Role.Arn': named('E1156', `^${arn}iam::\\d{12}:role/.+$`, 'the ARN of an IAM role'),
  'AWS::KMS::Key.Arn': named(
    'E1157',
    `^${arn}kms:[a-z0-9-]+:\\d{12}:(key|alias)/.+$`,
    'the ARN of a KMS key',
  ),
  'AWS::SNS::Topic.Arn': named('E1158', `^${arn}sns:[a-z0-9-]+:\\d{12}:.+$`, 'the ARN of an SNS topic'),
  'AWS::ACM::Certificate.Arn': named(
    'E1159',
    `^${arn}acm:[a-z0-9-]+:\\d{12}:certificate/.+$`,
    'the ARN of an ACM certificate',
  ),
  'AWS::Lambda::Function.Arn': named(
    'E1160',
    `^${arn}lambda:[a-z0-9-]+:\\d{12}:function:.+$`,
    'the ARN of a Lambda function',
  ),
  'AWS::S3::Bucket.Name': named(
    'E1161',
    '^(?![.\\-])(?!.*(\\.\\.|-\\.|\\.-))[a-z0-9.\\-]{3,63}(?<![.\\-])$',
    'the name of an S3 bucket',
  ),
  'AWS::KMS::Key.Id': named(
    'E1162',
    `^(${keyId}|mrk-[0-9a-f]{32}|alias/[a-zA-Z0-9/_-]+)$`,
    'the id of a KMS key',
  ),
  'AWS::KMS::Alias.AliasName': named('E1164', '^alias/[a-zA-Z0-9:/_-]+$', 'the name of a KMS alias'),
  'date-time': named(
    'E3002',
    '^\\d{4}-(0[1-9]|1[0-2])-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
    'a date and time like 2030-01-31T12:00:00Z',
  ),
  date: named('E3002', '^\\d{4}-(0[1-9]|1[0-2])-\\d{2}$', 'a date like 2030-01-31'),
  ipv4: { code: 'E3002', fits: isIPv4, wanted: 'an IPv4 address' },
  ipv6: { code: 'E3002', fits: isIPv6, wanted: 'an IPv6 address' },
  'ipv4-network': {
    code: 'E3002',
    fits: isIpv4Network,
    wanted: 'an IPv4 CIDR block, with no bits set behind the prefix',
  },
  'ipv6-network': {
    code: 'E3002',
    fits: isIpv6Network,
    wanted: 'an IPv6 CIDR block, with no bits set behind the prefix',
  },
}

function named(code: string, pattern: string, wanted: string): Format {
  return { code, fits: new RegExp(pattern), wanted }
}

/** Whether a value is text that is not of the format. Formats that are not known fit anything. */
export function isMalformed(data: unknown, name: string): boolean {
  if (typeof data !== 'string' || !Object.hasOwn(formats, name)) return false
  const { fits } = formats[name] as Format
  return typeof fits === 'function' ? !fits(data) : !fits.test(data)
}

/** A block whose address has no bits set behind the prefix; without a prefix, one address. */
function isIpv4Network(text: string): boolean {
  const [address = '', prefix = '32', ...rest] = text.split('/')
  if (rest.length > 0 || !isIPv4(address) || !/^\d{1,2}$/.test(prefix) || Number(prefix) > 32) return false
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
  return number % 2 ** (32 - Number(prefix)) === 0
}

function isIpv6Network(text: string): boolean {
  const [address = '', prefix = '128', ...rest] = text.split('/')
  if (rest.length > 0 || !isIPv6(address) || address.includes('%')) return false
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > 128) return false
  return ipv6Bits(address) % (1n << BigInt(128 - Number(prefix))) === 0n
}

function ipv6Bits(address: string): bigint {
  const whole = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  const [head = '', tail] = whole.split('::')
  const groups = (part: string): readonly string[] => (part === '' ? [] : part.split(':'))
  const last = groups(tail ?? '')
  const zeros = tail === undefined ? [] : Array<string>(8 - groups(head).length - last.length).fill('0')
  return [...groups(head), ...zeros, ...last].reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n)
}
