import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CfstackError } from '../../model/error.ts'

/** An image that a folder of Packer templates makes. */
export interface ImageTemplate {
  readonly name: string
  /** The template that its parent is made by, when that is one of the folder's. */
  readonly parent?: string
  /** Scripts that make it, in their order. */
  readonly scripts: readonly string[]
}

/** The images of a folder, parents before what is made on them. Throws `E_NO_IMAGES` when it has none. */
export function imageTemplates(folder: string): readonly ImageTemplate[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pkr.hcl')) : []
  const found = files.flatMap((file) => templatesIn(readFileSync(join(folder, file), 'utf8')))
  if (found.length === 0) {
    throw new CfstackError('E_NO_IMAGES', `Cannot find images in "${folder}": no Packer template makes one`, {
      hint: 'Give the folder with --folder; this package has one to copy, `packer/`',
    })
  }
  return [...found].sort((a, b) => depth(a, found) - depth(b, found) || a.name.localeCompare(b.name))
}

/** These images of the folder, all when none is named. Throws `E_NO_IMAGE` for one that it does not make. */
export function chosenTemplates(
  templates: readonly ImageTemplate[],
  names: readonly string[],
): readonly ImageTemplate[] {
  const known = templates.map(({ name }) => name)
  const wrong = names.find((name) => !known.includes(name))
  if (wrong === undefined)
    return names.length === 0 ? templates : templates.filter(({ name }) => names.includes(name))
  const near = didYouMean(wrong, known)
  throw new CfstackError('E_NO_IMAGE', `Cannot find image "${wrong}": no template makes it`, {
    hint: near === undefined ? `Images: ${known.join(', ')}` : `Did you mean "${near}"?`,
  })
}

/** An image and all that are made on it. */
export function withChildren(
  templates: readonly ImageTemplate[],
  chosen: readonly ImageTemplate[],
): readonly ImageTemplate[] {
  const names = new Set(chosen.map(({ name }) => name))
  for (const { name, parent } of templates) if (parent !== undefined && names.has(parent)) names.add(name)
  return templates.filter(({ name }) => names.has(name))
}

function templatesIn(text: string): readonly ImageTemplate[] {
  return [...text.matchAll(/^source "amazon-ebs" "([\w-]+)" \{\n([\s\S]*?)^\}/gm)].map(
    ([, name = '', body = '']) => {
      const parent = /"tag:Image"\s*=\s*"([\w-]+)"/.exec(body)?.[1]
      const scripts = [...text.matchAll(/scripts\/([\w-]+\.sh)"/g)].map((script) => script[1] as string)
      return { name, ...(parent !== undefined && { parent }), scripts }
    },
  )
}

function depth({ parent }: ImageTemplate, all: readonly ImageTemplate[]): number {
  const above = all.find(({ name }) => name === parent)
  return above === undefined ? 0 : 1 + depth(above, all)
}
