import { setTimeout as delay } from 'node:timers/promises'

const patience = 8000

/** Asks again until the answer is the one that was waited for; gives up after eight seconds and says what it saw last. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  judge: (answer: T) => readonly [boolean, string],
): Promise<T> {
  const end = Date.now() + patience
  for (let pause = 10; ; pause = Math.min(pause * 1.5, 250)) {
    const answer = await ask()
    const [done, seen] = judge(answer)
    if (done) return answer
    if (Date.now() > end) throw new Error(`waited in vain until ${what}: it is ${seen}`)
    await delay(pause)
  }
}
