import type { Command } from '../command.ts'
import { buildApp, type BuildResult, type BuiltStack } from '../build/build-app.ts'
import { checkTypes } from '../load/check-types.ts'
import { openOutput } from '../output.ts'
import { paletteFor } from '../colour.ts'
import { renderReport } from '../findings/render-text.ts'

interface BuildFlags {
  readonly app: string
  readonly out: string
  readonly 'check-types': boolean
  readonly 'allow-errors': boolean
  readonly 'drop-kept-exports': boolean
  readonly ignore: readonly string[]
}

export const command: Command<BuildFlags> = {
  builder: (yargs) =>
    yargs
      .option('app', {
        type: 'string',
        default: 'build.ts',
        describe: 'File whose default export is a list of stacks',
      })
      .option('out', {
        type: 'string',
        default: 'templates-out',
        describe: 'Folder for the templates and stacks.json',
      })
      .option('check-types', {
        type: 'boolean',
        default: false,
        describe: "Check types too, with the project's TypeScript",
      })
      .option('allow-errors', {
        type: 'boolean',
        default: false,
        describe: 'Write templates even when validation finds errors in them',
      })
      .option('drop-kept-exports', {
        type: 'boolean',
        default: false,
        describe: 'Drop exports that nothing in the app imports any more',
      })
      .option('ignore', {
        type: 'string',
        array: true,
        requiresArg: true,
        default: [] as string[],
        describe: 'Code of findings not to hear of, or the beginning of codes; may be repeated',
      }),
  handler: async (argv) => {
    const output = openOutput(argv.json)
    if (argv.checkTypes) await checkTypes(argv.app)
    const result = await buildApp(argv)
    output.document(result)
    const stream = output.json ? process.stderr : process.stdout
    const palette = paletteFor({ isTTY: stream.isTTY, env: process.env })
    const findings = result.stacks
      .filter((one) => one.findings.length > 0)
      .map((one) => renderReport(one, palette))
    for (const text of [...findings, ...renderBuild(result)]) output.say(text)
    return result.refused ? 2 : 0
  },
}

/** A line per stack, then what was removed or refused. */
function renderBuild({ stacks, removed, refused }: BuildResult): readonly string[] {
  const width = Math.max(...stacks.map((one) => one.name.length))
  return [
    ...stacks.map((one) => renderStack(one, width)),
    ...removed.map((name) => `${name.padEnd(width)}  removed: no longer in the app`),
    ...(refused ? ['Nothing was written: correct the errors above, or pass --allow-errors'] : []),
  ]
}

function renderStack({ name, file, resources, bytes, written }: BuiltStack, width: number): string {
  const count = `${resources} ${resources === 1 ? 'resource' : 'resources'}`.padStart(13)
  return `${name.padEnd(width)}  ${count}  ${`${(bytes / 1024).toFixed(1)} KiB`.padStart(11)}  ${file} (${written})`
}
