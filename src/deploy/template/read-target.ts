import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CfstackError } from '../../model/error.ts'
import type { Manifest, ManifestStack } from '../../model/manifest.ts'
import type { Template } from '../../model/template.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import type { DeploySettings } from './request.ts'

/** A stack to deploy, as the files say. */
export interface DeployTarget {
  readonly stackName: string
  readonly file: string
  readonly text: string
  readonly template: Template
  readonly settings: DeploySettings
}

/** Reads a stack of a manifest, and its template, which must be the one that the manifest was written with. */
export function readManifestTarget(manifestFile: string, stackName: string): DeployTarget {
  const manifest = readManifest(manifestFile)
  const stack = manifest.stacks[stackName]
  if (stack === undefined) {
    const near = didYouMean(stackName, Object.keys(manifest.stacks))
    throw new CfstackError(
      'E_UNKNOWN_STACK',
      `Cannot find stack "${stackName}": "${manifestFile}" does not list it`,
      {
        hint:
          near === undefined
            ? `It lists ${Object.keys(manifest.stacks).join(', ') || 'none'}`
            : `Did you mean "${near}"?`,
      },
    )
  }
  const file = join(dirname(manifestFile), stack.template)
  const bytes = readBytes('template', file)
  checkHash(file, bytes, stack)
  const { template: _file, sha256: _hash, ...settings } = stack
  return { ...readTemplate(file, bytes), stackName, settings }
}

/** Reads a template that no manifest knows. */
export function readPlainTarget(file: string, stackName: string): DeployTarget {
  return { ...readTemplate(file, readBytes('template', file)), stackName, settings: {} }
}

/** Reads a manifest, for example `templates-out/stacks.json`. */
export function readManifest(file: string): Manifest {
  const text = readBytes(
    'manifest',
    file,
    'Run `cfstack build` first, or deploy a plain template with --template',
  ).toString()
  const manifest = parseJson(file, text) as Manifest | null
  if (manifest?.version !== 1 || typeof manifest.stacks !== 'object') {
    throw new CfstackError(
      'E_MANIFEST',
      `Cannot read manifest "${file}": it has version ${manifest?.version}, expected 1`,
      {
        hint: 'Build again with this version of cfstack',
      },
    )
  }
  return manifest
}

function readTemplate(file: string, bytes: Buffer): { file: string; text: string; template: Template } {
  const text = bytes.toString()
  const template = parseTemplate(text, file) as Template | null
  if (typeof template?.Resources !== 'object' || template.Resources === null) {
    throw new CfstackError('E_TEMPLATE', `Cannot read template "${file}": it has no Resources`, {
      hint: 'Give a CloudFormation template in JSON or YAML',
    })
  }
  return { file, text, template }
}

function checkHash(file: string, bytes: Buffer, stack: ManifestStack): void {
  if (createHash('sha256').update(bytes).digest('hex') === stack.sha256) return
  throw new CfstackError(
    'E_TEMPLATE_CHANGED',
    `Cannot deploy template "${file}": it has changed since it was built`,
    {
      hint: 'Run `cfstack build` again and review the difference',
    },
  )
}

/** A file's bytes; throws an error that says what the file was wanted for. */
export function readBytes(what: string, file: string, hint = 'Check the path'): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException
    const state = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : message
    throw new CfstackError('E_NO_FILE', `Cannot read ${what} "${file}": ${state}`, { cause, hint })
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CfstackError('E_MANIFEST', `Cannot read manifest "${file}": ${(cause as Error).message}`, {
      cause,
      hint: 'Run `cfstack build` again',
    })
  }
}
