import { cloudFormation } from '../../deploy/calls/client.ts'
import { imageCalls } from '../../deploy/images/image-calls.ts'
import { limiterOf } from '../../deploy/calls/limiter.ts'
import type { Command } from '../command.ts'
import { interruption } from '../interruption.ts'
import { openOutput, type Output } from '../output.ts'
import { builtImage, forgetBuilds } from '../packer/built-image.ts'
import { approveRemoval, leftovers } from '../packer/clean-images.ts'
import { packerArguments, runPacker } from '../packer/run-packer.ts'
import { chosenTemplates, imageTemplates, withChildren, type ImageTemplate } from '../packer/templates.ts'

interface PackerFlags {
  readonly action: string
  readonly images: readonly string[]
  readonly folder: string
  readonly var: readonly string[]
  readonly children: boolean
  readonly parameter: string
  readonly keep: number
  readonly yes: boolean
  readonly region: string | undefined
  readonly profile: string | undefined
}

/** `cfstack packer`: makes the images of hosts, and puts their ids where templates read them. */
export const command: Command<PackerFlags> = {
  builder: (yargs) =>
    yargs
      .positional('action', {
        choices: ['build', 'plan', 'validate', 'clean'],
        describe: 'Make images, say what would be done, check the templates, or remove old images',
      })
      .positional('images', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: 'Images by template; all of the folder when none is named',
      })
      .option('folder', { type: 'string', default: 'packer', describe: 'Folder of Packer templates' })
      .option('var', {
        type: 'string',
        array: true,
        default: [] as string[],
        requiresArg: true,
        describe: 'Variable of the templates, NAME=VALUE (repeatable)',
      })
      .option('children', {
        type: 'boolean',
        default: false,
        describe: 'Build what is made on these images, too',
      })
      .option('parameter', {
        type: 'string',
        default: '/images',
        describe: "Parameter of Systems Manager under which each image's id is stored: PARAMETER/IMAGE",
      })
      .option('keep', {
        type: 'number',
        default: 10,
        describe: 'How many images of each template `clean` keeps',
      })
      .option('yes', {
        type: 'boolean',
        alias: 'y',
        default: false,
        describe: 'Remove images without asking',
      })
      .option('region', { type: 'string', describe: 'AWS region' })
      .option('profile', { type: 'string', describe: 'Profile of the AWS configuration' }) as never,
  handler: async (argv) => {
    const output = openOutput(argv.json)
    const templates = imageTemplates(argv.folder)
    const chosen = chosenTemplates(templates, argv.images)
    const wanted = argv.children ? withChildren(templates, chosen) : chosen
    if (argv.action === 'plan') return plan(wanted, argv, output)
    if (argv.action === 'validate') return check(wanted, argv, output)
    return argv.action === 'clean' ? clean(wanted, argv, output) : build(wanted, argv, output)
  },
}

function plan(templates: readonly ImageTemplate[], argv: PackerFlags, output: Output): void {
  output.document({
    images: templates.map((template) => ({ ...template, parameter: parameterOf(template, argv) })),
  })
  for (const template of templates) {
    output.say(`${template.name}${template.parent === undefined ? '' : `, on the newest ${template.parent}`}`)
    output.say(`  runs ${template.scripts.join(', ')}`)
    output.say(`  packer ${packerArguments('build', template.name, variablesOf(argv)).join(' ')}`)
    output.say(`  its id goes into ${parameterOf(template, argv)}`)
  }
}

async function check(templates: readonly ImageTemplate[], argv: PackerFlags, output: Output): Promise<void> {
  for (const { name } of templates)
    await runPacker(argv.folder, packerArguments('validate', name, variablesOf(argv)))
  output.document({ images: templates.map(({ name }) => name) })
  output.say(`${templates.map(({ name }) => name).join(', ')}: valid`)
}

async function build(templates: readonly ImageTemplate[], argv: PackerFlags, output: Output): Promise<void> {
  const made: object[] = []
  await runPacker(argv.folder, ['init', '.'])
  for (const template of templates) {
    forgetBuilds(argv.folder)
    await runPacker(argv.folder, packerArguments('build', template.name, variablesOf(argv)))
    const { id, region } = builtImage(argv.folder, template.name)
    const parameter = parameterOf(template, argv)
    await (await callsTo(argv, region)).store(parameter, id)
    made.push({ image: template.name, id, region, parameter })
    output.say(`${template.name}: ${id} in ${region}, stored in ${parameter}`)
  }
  output.document({ images: made })
}

async function clean(templates: readonly ImageTemplate[], argv: PackerFlags, output: Output): Promise<void> {
  const { signal, close } = interruption()
  try {
    const calls = await callsTo(argv, argv.region)
    const left = await leftovers(calls, templates, argv.keep)
    if (left.going.length === 0) output.say('No image to remove')
    else await approveRemoval(left, { yes: argv.yes, output, signal })
    for (const image of left.going) {
      signal.throwIfAborted()
      await calls.remove(image)
      output.say(`Removed ${image.id}`)
    }
    output.document({ removed: left.going, inUse: left.inUse })
  } finally {
    close()
  }
}

async function callsTo({ profile }: PackerFlags, region: string | undefined) {
  const limiter = limiterOf(profile ?? 'default', region ?? 'default')
  const signing = await cloudFormation({ region, profile, limiter }).signing()
  return imageCalls({ ...signing, limiter })
}

function variablesOf({ var: variables, region }: PackerFlags): readonly string[] {
  return region === undefined ? variables : [`region=${region}`, ...variables]
}

function parameterOf({ name }: ImageTemplate, { parameter }: PackerFlags): string {
  return `${parameter.replace(/\/$/, '')}/${name}`
}
