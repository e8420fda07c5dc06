import { isAbsolute } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rule } from '../../validate/check.ts'
import type { Level } from '../../validate/finding.ts'
import { placeInFile, type PlacedFinding, type Report } from './report.ts'

const levels: { readonly [level in Level]: string } = { error: 'error', warning: 'warning', info: 'note' }

/** What SARIF says of the tool: its version, and the rules it may speak under. */
export interface SarifTool {
  readonly version: string
  readonly rules: readonly Rule[]
}

/**
 * Findings as a SARIF 2.1.0 log, for code scanning; those that are suppressed are in it with the reason.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifOf(reports: readonly Report[], { version, rules }: SarifTool): object {
  const found = reports.flatMap(({ file, findings, suppressed }) =>
    [...findings, ...suppressed].map((finding) => ({ file, finding })),
  )
  const codes = [...new Set(found.map(({ finding }) => finding.code))].sort()
  const known = codes.map((code) => rules.find((rule) => rule.code === code) ?? { code, title: code })
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'cfstack', version, rules: known.map(sarifRule) } },
        columnKind: 'utf16CodeUnits',
        results: found.map(({ file, finding }) => resultOf(file, finding, codes)),
      },
    ],
  }
}

function sarifRule({ code, title, help, source }: Pick<Rule, 'code' | 'title' | 'help' | 'source'>): object {
  return {
    id: code,
    shortDescription: { text: title },
    ...(help !== undefined && { fullDescription: { text: help }, help: { text: help } }),
    ...(source !== undefined && { helpUri: source }),
  }
}

function resultOf(template: string, finding: PlacedFinding, codes: readonly string[]): object {
  const { code, level, message, hint, path, suppression } = finding
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[level],
    message: { text: hint === undefined ? message : `${message}\nhint: ${hint}` },
    locations: [locationOf(template, finding)],
    // The same finding is the same one after lines have moved.
    partialFingerprints: { 'codeAndPath/v1': [code, template, ...path].join('/') },
    ...(suppression !== undefined && {
      suppressions: [
        {
          kind:
            suppression.source === undefined && suppression.reason === undefined ? 'external' : 'inSource',
          ...(suppression.reason !== undefined && { justification: suppression.reason }),
        },
      ],
    }),
  }
}

function locationOf(template: string, finding: PlacedFinding): object {
  const { file, line, column } = placeInFile(template, finding)
  const region = { startLine: line, ...(column !== undefined && { startColumn: column }) }
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(line !== undefined && { region }) },
    ...(finding.path.length > 0 && { logicalLocations: [{ fullyQualifiedName: finding.path.join('.') }] }),
  }
}

/** A relative reference for files below the working folder. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
}
