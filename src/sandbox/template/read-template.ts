import { validationError } from '../service-error.ts'
import { cache } from './cache.ts'
import { judgeTemplate } from './structure/judge-template.ts'
import { isTransformed } from './transforms/transforms-of.ts'
import { parseBody } from './parse-body.ts'
import { judgeResourcesSection } from './structure/judge-resources-section.ts'
import type { JsonObject } from '../world.ts'

const read = cache<JsonObject>(100)

/**
 * Reads a template, JSON or YAML, with short forms written out. Throws what CloudFormation says of a malformed one; what a transform may still
 * change is judged by `processTemplate`. The same text yields the same object.
 */
export function readTemplate(body: string): JsonObject {
  return read(body, () => {
    try {
      return judged(parseBody(body))
    } catch (error) {
      // It nests deeper than any walk over it can go.
      if (error instanceof RangeError) throw validationError('Template format error: unsupported structure.')
      throw error
    }
  })
}

function judged(template: JsonObject): JsonObject {
  if (isTransformed(template)) judgeResourcesSection(template)
  else judgeTemplate(template)
  return template
}

/** Reads a template without judging more of it than that it has resources. */
export function readTemplateLoosely(body: string): JsonObject {
  const template = parseBody(body)
  judgeResourcesSection(template)
  return template
}
