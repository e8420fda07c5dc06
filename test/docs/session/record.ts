import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { play } from './play.ts'
import { shown } from './shown.ts'
import { stepsOf, withOutputs } from './steps.ts'

// Plays the session of docs/first-minutes.md and writes what the commands print into it. `npm run first-minutes`

const file = 'docs/first-minutes.md'
const markdown = readFileSync(file, 'utf8')
const text = withOutputs(markdown, play(stepsOf(markdown)).map(shown))
writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
