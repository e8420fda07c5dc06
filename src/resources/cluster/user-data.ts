import { CfstackError } from '../../model/error.ts'
import { base64, join } from '../../model/functions.ts'
import type { Intrinsic, Value } from '../../model/value.ts'

/** One part of user data, for cloud-init to run or read. */
export interface UserDataPart {
  /** `text/cloud-config`, `text/x-shellscript` and so on. */
  readonly type: string
  readonly content: Value<string>
}

const boundary = '==USER-DATA=='

/**
 * User data of a shell script, with further parts in a MIME message around both. Throws `E_USER_DATA` when the literal text
 * alone is over the 16 KB that EC2 takes.
 *
 * @example
 * userData(['#!/bin/bash', sub`echo ${region}`], [{ type: 'text/cloud-config', content: 'packages: [jq]' }])
 */
export function userData(
  script: readonly Value<string>[],
  parts: readonly UserDataPart[] = [],
): Intrinsic<string> {
  const lines =
    parts.length === 0
      ? script
      : message([{ type: 'text/x-shellscript', lines: script }, ...parts.map(asLines)])
  const bytes = lines.reduce((sum, line) => sum + (typeof line === 'string' ? line.length + 1 : 1), 0)
  if (bytes > 16384)
    throw new CfstackError(
      'E_USER_DATA',
      `Cannot make user data: it is ${bytes} bytes, expected at most 16384`,
      {
        hint: 'Keep long scripts in an image or a bucket, and fetch them',
      },
    )
  return base64(join('\n', [...lines, '']))
}

interface Part {
  readonly type: string
  readonly lines: readonly Value<string>[]
}

function asLines(part: UserDataPart): Part {
  return {
    type: part.type,
    lines: typeof part.content === 'string' ? part.content.split('\n') : [part.content],
  }
}

function message(parts: readonly Part[]): readonly Value<string>[] {
  return [
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [
      `--${boundary}`,
      `Content-Type: ${part.type}; charset="us-ascii"`,
      '',
      ...part.lines,
    ]),
    `--${boundary}--`,
  ]
}
