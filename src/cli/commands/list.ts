import { existsSync } from 'node:fs'
import type { StackSummary } from '../../deploy/calls/client.ts'
import { connections, type Connection } from '../../deploy/calls/connection.ts'
import {
  listedStack,
  matcher,
  presentStatuses,
  wantedStacks,
  type ListedStack,
} from '../../deploy/inspect/stack-list.ts'
import { readManifest } from '../../deploy/template/read-target.ts'
import type { DeploySettings } from '../../deploy/template/request.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { Palette } from '../colour.ts'
import type { Command } from '../command.ts'
import { connectionOptions } from '../deployment/connection-options.ts'
import { interruption } from '../interruption.ts'
import { openOutput } from '../output.ts'
import { paintStatus } from '../plan/paint-plan.ts'
import type { SandboxFlags } from '../sandbox/sandbox-flags.ts'
import { plainView } from '../progress/plain-view.ts'
import { placeFlags, type StackFlags } from '../stack/stack-flags.ts'

interface ListFlags extends SandboxFlags, Pick<StackFlags, 'manifest' | 'region' | 'profile'> {
  readonly patterns: readonly string[]
  readonly all: boolean
  readonly nested: boolean
}

/** `cfstack list`: the stacks of the manifest and how they are deployed, or all of the region. */
export const command: Command<ListFlags> = {
  builder: (yargs) =>
    placeFlags(yargs)
      .positional('patterns', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: 'Names, or patterns such as "web-*"',
      })
      .option('all', {
        type: 'boolean',
        default: false,
        describe: 'All stacks of the region, not only those of the manifest',
      })
      .option('nested', { type: 'boolean', default: false, describe: 'Nested stacks too' }) as never,
  handler: async (argv) => {
    const output = openOutput(argv.json)
    const { signal, close } = interruption()
    const view = plainView(output, { named: false })
    const connect = connections()
    const open = (settings: DeploySettings) => connect(connectionOptions(argv, settings, { view, signal }))
    const listing = async ({ aws }: Connection) => aws.until(signal).listStacks(presentStatuses)
    try {
      const ofManifest = !argv.all && existsSync(argv.manifest)
      const stacks = ofManifest
        ? await manifestStacks(readManifest(argv.manifest), argv.patterns, { open, listing })
        : wantedStacks(await listing(open({})), argv)
      output.document({ stacks })
      output.say(renderList(stacks, output.palette))
      return 0
    } finally {
      view.close()
      close()
    }
  },
}

/** One listing for each account and region of the manifest. */
async function manifestStacks(
  { stacks }: Manifest,
  patterns: readonly string[],
  {
    open,
    listing,
  }: {
    readonly open: (settings: DeploySettings) => Connection
    readonly listing: (connection: Connection) => Promise<readonly StackSummary[]>
  },
): Promise<readonly ListedStack[]> {
  const isWanted = matcher(patterns)
  const wanted = Object.entries(stacks).filter(([name]) => isWanted(name))
  const listings = new Map<Connection, Promise<readonly StackSummary[]>>()
  return Promise.all(
    wanted.map(async ([name, settings]) => {
      const connection = open(settings)
      const listed = listings.get(connection) ?? listing(connection)
      listings.set(connection, listed)
      const summary = (await listed).find(({ StackName, ParentId }) => StackName === name && !ParentId)
      if (summary !== undefined) return listedStack(summary)
      const { region } = settings
      return { stack: name, status: 'not deployed', ...(region === undefined ? {} : { region }) }
    }),
  )
}

/** Stacks in columns: name, status, when it was last touched, drift if there is any. */
export function renderList(stacks: readonly ListedStack[], palette: Palette): string {
  if (stacks.length === 0) return 'No stacks'
  const widest = (field: (stack: ListedStack) => string): number =>
    Math.max(...stacks.map((one) => field(one).length))
  const name = widest(({ stack }) => stack)
  const status = widest((one) => one.status)
  return stacks
    .map((one) => {
      const drift = one.drift === 'DRIFTED' ? '  drifted' : ''
      const when = one.updated?.slice(0, 16).replace('T', ' ') ?? ''
      return `${one.stack.padEnd(name)}  ${paintStatus(one.status, palette)}${' '.repeat(status - one.status.length)}  ${when}${drift}`.trimEnd()
    })
    .join('\n')
}
