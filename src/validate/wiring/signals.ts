import { oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import type { TextPart } from './text-parts.ts'
import { userDataText } from './user-data.ts'

/** What a host does about the signal that CloudFormation waits for, as far as its user data tells. */
export type Signalling =
  /** Signals, or may: a script from elsewhere is told the stack, or the name of the resource is computed. */
  | { readonly kind: 'may' }
  /** Signals, and only for these resources. */
  | { readonly kind: 'others'; readonly names: readonly string[] }
  /** Nothing in it signals. `certain` unless it runs scripts that are not in the template. */
  | { readonly kind: 'never'; readonly certain: boolean }

const signalling = /cfn-signal|signal-resource|signal_resource|SignalResource/i
/** Stands for what is computed, in a text; `stackMark` for the name or id of the stack. */
const mark = '\u0000'
const stackMark = '\u0001'

/** Reads user data: a value of `UserData`, with what `cfn-init` does by the metadata of the template. */
export function signallingOf(userData: unknown, id: string, template: TemplateView): Signalling {
  const parts = userDataText(userData)
  if (parts.length === 1 && typeof parts[0] !== 'string') return { kind: 'may' }
  const text = parts
    .map((part) => (typeof part === 'string' ? part : isStack(part) ? stackMark : mark))
    .join('')
  const init = initMetadata(text, template)
  if (init === undefined) return { kind: 'may' }
  const all = `${text.replace(/^#!.*$/gm, '')}\n${init}`
  if (signalling.test(all)) return signalledNames(all, id)
  const isTold = text.includes(stackMark) || /AWS::Stack(Name|Id)/.test(init)
  const hasUnknownLine = text.split('\n').some((line) => line.trim() === mark)
  if (isTold && runsOthers.test(all)) return { kind: 'may' }
  return { kind: 'never', certain: !hasUnknownLine && !runsOthers.test(all) }
}

/** Scripts that are not in the user data. */
const runsOthers =
  /\b(curl|wget|git|ansible|chef|puppet|salt|terraform|python|node|ruby|perl|bash|sh|source|eval|aws|docker|powershell|Invoke-\w+|Start-\w+)\b|\.(sh|ps1|py|rb|exe|bat|cmd)\b|\/opt\/|\/usr\/local\//i

function isStack({ call }: Exclude<TextPart, string>): boolean {
  return /"AWS::Stack(Name|Id)"/.test(JSON.stringify(call) ?? '')
}

/** The metadata that `cfn-init` follows, as text; empty when it is not run, undefined when it is not in the template. */
function initMetadata(text: string, template: TemplateView): string | undefined {
  const command = joinedLines(text)
    .split('\n')
    .find((line) => line.includes('cfn-init'))
  if (command === undefined) return ''
  const name = /\s(?:-r|--resource)[\s=]+["']?([A-Za-z0-9]+)/.exec(
    command.slice(command.indexOf('cfn-init')),
  )?.[1]
  const metadata = name === undefined ? undefined : template.resources.get(name)?.json['Metadata']
  return metadata === undefined ? undefined : JSON.stringify(metadata)
}

/** The resources that a text signals for. Without a name, it signals for a wait handle, or in a way not known here. */
function signalledNames(text: string, id: string): Signalling {
  const names: string[] = []
  for (const line of joinedLines(text).split('\n')) {
    const at = line.search(/cfn-signal|signal-resource/i)
    if (at < 0) continue
    for (const [, name = ''] of line
      .slice(at)
      .matchAll(/--(?:resource|logical-resource-id)[\s=]+["']?([^\s"'\\]+)/g)) {
      if (!/^[A-Za-z0-9]+$/.test(name)) return { kind: 'may' }
      names.push(name)
    }
  }
  return names.length === 0 || names.includes(id) ? { kind: 'may' } : { kind: 'others', names }
}

/** Commands that go on in the next line, as one. */
function joinedLines(text: string): string {
  return text.replace(/[\\`^]\r?\n/g, ' ')
}

const startsHosts =
  /^AWS::(EC2::(Instance|LaunchTemplate)|AutoScaling::(AutoScalingGroup|LaunchConfiguration))$/

/** What in the template signals, as text. */
const signallers = oncePerTemplate(({ resources }: TemplateView) =>
  [...resources.values()]
    .map((resource) => ({ resource, text: JSON.stringify(resource.json) }))
    .filter(({ text }) => signalling.test(text)),
)

/** Whether another resource may signal for this one: a function or document, or a host that names it. */
export function isSignalledByOthers(
  id: string,
  host: ResourceView | undefined,
  template: TemplateView,
): boolean {
  return signallers(template).some(({ resource, text }) => {
    template.effort.spend(1 + text.length / 4096)
    return resource !== host && resource.id !== id && (!startsHosts.test(resource.type) || text.includes(id))
  })
}
