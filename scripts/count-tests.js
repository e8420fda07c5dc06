// Prints `N passed, N failed` from the counts that the test run left in a file; fails when it left none.
import { readFileSync } from 'node:fs'

const { passes, failures } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
console.log(`${passes} passed, ${failures} failed`)
if (failures > 0 || passes === 0) process.exitCode = 1
