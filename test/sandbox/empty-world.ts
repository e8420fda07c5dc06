import { newWorld } from '../../src/sandbox/store/new-world.ts'
import type { Place, World } from '../../src/sandbox/world.ts'

export const place: Place = { account: '123456789012', region: 'eu-west-1', partition: 'aws' }

export const stack = {
  id: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/11111111-2222-4333-8444-555555555555',
  name: 'shop',
}

/** A world in which nothing is. */
export function emptyWorld(seed = 'test'): World {
  return newWorld(seed, Date.UTC(2026, 0, 1))
}
