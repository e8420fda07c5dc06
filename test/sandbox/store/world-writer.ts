import { fileKeeper } from '../../../src/sandbox/store/keeper.ts'
import { newWorld } from '../../../src/sandbox/store/new-world.ts'

// Changes the world in a file for ever, a hundred kilobytes at a time; its tests kill it.
const [file = ''] = process.argv.slice(2)
const keeper = fileKeeper(file, () => newWorld('a', 0))
process.stdout.write('ready\n')
for (;;) {
  keeper.use(({ world }) => {
    world.draws++
    world.store.secrets['a/b/count'] = `${world.draws} ${'x'.repeat(100_000)} ${world.draws}`
    return { result: undefined, world, changed: true }
  })
}
