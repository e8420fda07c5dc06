import { existsSync } from 'node:fs'
import { cloudFormation, type CloudFormationReads } from '../../deploy/client.ts'
import {
  listedStack,
  matcher,
  presentStatuses,
  wantedStacks,
  type ListedStack,
} from '../../deploy/inspect/stack-list.ts'
import { readManifest } from '../../deploy/read-target.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { Command } from '../command.ts'
import { interruption } from '../interruption.ts'
import { openOutput } from '../output.ts'
import { placeFlags, type StackFlags } from '../stack/stack-flags.ts'

interface ListFlags extends Pick<StackFlags, 'manifest' | 'region' | 'profile'> {
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
    const open = (region: string | undefined) =>
      cloudFormation({ region: argv.region ?? region, profile: argv.profile }).until(signal)
    try {
      const ofManifest = !argv.all && existsSync(argv.manifest)
      const stacks = ofManifest
        ? await manifestStacks(readManifest(argv.manifest), argv.patterns, open)
        : wantedStacks(await open(undefined).listStacks(presentStatuses), argv)
      output.document({ stacks })
      output.say(renderList(stacks))
      return 0
    } finally {
      close()
    }
  },
}

/** One listing for each region of the manifest. */
async function manifestStacks(
  { stacks }: Manifest,
  patterns: readonly string[],
  open: (region: string | undefined) => CloudFormationReads,
): Promise<readonly ListedStack[]> {
  const isWanted = matcher(patterns)
  const wanted = Object.entries(stacks).filter(([name]) => isWanted(name))
  const regions = [...new Set(wanted.map(([, { region }]) => region))]
  const listings = new Map(
    await Promise.all(
      regions.map(async (region) => [region, await open(region).listStacks(presentStatuses)] as const),
    ),
  )
  return wanted.map(([name, { region }]) => {
    const summary = listings.get(region)?.find(({ StackName, ParentId }) => StackName === name && !ParentId)
    if (summary !== undefined) return listedStack(summary)
    return { stack: name, status: 'not deployed', ...(region === undefined ? {} : { region }) }
  })
}

/** Stacks in columns: name, status, when it was last touched, drift if there is any. */
export function renderList(stacks: readonly ListedStack[]): string {
  if (stacks.length === 0) return 'No stacks'
  const widest = (field: (stack: ListedStack) => string): number =>
    Math.max(...stacks.map((one) => field(one).length))
  const name = widest(({ stack }) => stack)
  const status = widest((one) => one.status)
  return stacks
    .map((one) => {
      const drift = one.drift === 'DRIFTED' ? '  drifted' : ''
      const when = one.updated?.slice(0, 16).replace('T', ' ') ?? ''
      return `${one.stack.padEnd(name)}  ${one.status.padEnd(status)}  ${when}${drift}`.trimEnd()
    })
    .join('\n')
}
