import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Command } from '../command.ts'
import { fromSchema } from '../../codegen/from-schema.ts'
import { printSchemaModule, schemaModuleFile, schemaModuleMark } from '../../codegen/print-schema-module.ts'
import { parseRegistrySchema } from '../../codegen/registry-schema.ts'
import { CfstackError } from '../../model/error.ts'
import { unjudgedPatterns } from '../../validate/schemas/constraints.ts'
import { openOutput } from '../output.ts'

interface TypesFlags {
  readonly action: 'add'
  readonly schemas: readonly string[]
  readonly out?: string | undefined
}

export const command: Command<TypesFlags> = {
  builder: (yargs) =>
    yargs
      .positional('action', { choices: ['add'] as const, demandOption: true, describe: 'What to do' })
      .positional('schemas', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'Registry schema of one resource type, a JSON file',
      })
      .option('out', {
        type: 'string',
        describe: 'File for the typed module, by default types/<vendor>-<service>-<name>.ts',
      })
      .example('$0 types add monitor.json', 'Writes types/datadog-monitors-monitor.ts'),
  handler: ({ schemas, out, json }) => {
    const output = openOutput(json)
    const added = addTypes(schemas, out)
    output.document(added)
    output.say(`${added.type}: function ${added.name} in ${added.module}, schema in ${added.schema}`)
    for (const pattern of added.unjudged)
      output.say(`note: no text is compared with ${pattern}, which is not a pattern of JavaScript`)
  },
}

/** What was written for a type. */
export interface AddedType {
  readonly type: string
  readonly name: string
  readonly module: string
  readonly schema: string
  /** Patterns of the schema that values are not compared with, because JavaScript has no such expressions. */
  readonly unjudged: readonly string[]
}

/** Writes the typed module of a resource type, and its schema beside it. Nothing is written when anything is wrong. */
function addTypes(schemas: readonly string[], out: string | undefined): AddedType {
  const [file, ...others] = schemas
  if (file === undefined || others.length > 0)
    throw new CfstackError('E_USAGE', `Cannot add types: ${schemas.length} schemas given, expected one`, {
      hint: 'Run `cfstack types add` once for each',
    })
  const text = readSchema(file)
  const model = fromSchema(parseRegistrySchema(text, file), file)
  const module = out ?? schemaModuleFile(model.type)
  checkModule(module)
  const schema = module.replace(/\.ts$/, '.schema.json')
  writeTogether({ [schema]: text, [module]: printSchemaModule(model) })
  return { type: model.type, name: model.name, module, schema, unjudged: unjudgedPatterns(model) }
}

function readSchema(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const state = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message
    throw new CfstackError('E_SCHEMA', `Cannot read schema "${file}": ${state}`, {
      hint: 'Name the JSON file of a registry schema',
      cause,
    })
  }
}

function checkModule(module: string): void {
  if (!module.endsWith('.ts') || module.endsWith('.d.ts'))
    throw new CfstackError(
      'E_OUT',
      `Cannot write module "${module}": the name is not that of a TypeScript module`,
      {
        hint: 'Give --out a name that ends in .ts',
      },
    )
  const old = readIfThere(module)
  if (old === undefined || old.startsWith(schemaModuleMark)) return
  throw new CfstackError('E_OUT', `Cannot write module "${module}": another file is there`, {
    hint: 'Move it away, or name another file with --out',
  })
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new CfstackError('E_OUT', `Cannot write module "${file}": ${(error as Error).message}`, {
      cause: error,
    })
  }
}

/** Writes all files beside their places first, so that a full disk or a folder in the way leaves none half-written. */
function writeTogether(files: { readonly [file: string]: string }): void {
  const temporary = (file: string): string => `${file}.${process.pid}.tmp`
  const names = Object.keys(files)
  try {
    for (const name of names) {
      mkdirSync(dirname(name), { recursive: true })
      writeFileSync(temporary(name), files[name] as string)
    }
    for (const name of names) renameSync(temporary(name), name)
  } catch (cause) {
    for (const name of names) rmSync(temporary(name), { force: true })
    throw new CfstackError('E_OUT', `Cannot write module "${names.at(-1)}": ${(cause as Error).message}`, {
      cause,
    })
  }
}
