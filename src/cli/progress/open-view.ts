import { paletteFor } from '../colour.ts'
import type { Output } from '../output.ts'
import { jsonView } from './json-view.ts'
import { liveView } from './live-view.ts'
import { plainView } from './plain-view.ts'
import type { View } from './view.ts'

/** The view that fits. With several stacks (`named`) lines say which one they are of: JSON lines with `--json`, a live one on a terminal that can move its cursor, plain lines elsewhere. */
export function openView(output: Output, options: { readonly named: boolean }): View {
  if (output.json) return jsonView((line) => void process.stderr.write(`${line}\n`))
  if (!isLive()) return plainView(output, options)
  return liveView(
    () => ({
      columns: process.stdout.columns ?? 80,
      write: (text) => void process.stdout.write(text),
    }),
    paletteFor({ isTTY: process.stdout.isTTY, env: process.env }),
    options,
  )
}

function isLive(): boolean {
  const { CI, TERM } = process.env
  return process.stdout.isTTY === true && TERM !== 'dumb' && (CI === undefined || CI === '')
}
