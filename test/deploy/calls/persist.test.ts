import { expect } from 'chai'
import { failureKind } from '../../../src/deploy/calls/failure-kind.ts'
import { limiter } from '../../../src/deploy/calls/limiter.ts'
import { persist, type PersistOptions } from '../../../src/deploy/calls/persist.ts'
import { scrub } from '../../../src/deploy/secrets/scrub.ts'

const named = (name: string, fields: object = {}): Error => Object.assign(new Error('no'), { name }, fields)

describe('failureKind()', () => {
  const kinds = {
    Throttling: 'throttled',
    TooManyRequestsException: 'throttled',
    ExpiredTokenException: 'expired',
    RequestTimeTooSkewed: 'skewed',
    TimeoutError: 'transient',
    ServiceUnavailable: 'transient',
    ValidationError: 'final',
    AccessDenied: 'final',
    AbortError: 'final',
    SignatureDoesNotMatch: 'final',
  }
  for (const [name, kind] of Object.entries(kinds)) {
    it(`calls ${name} ${kind}`, () => expect(failureKind(named(name))).to.equal(kind))
  }

  it('knows server errors, broken connections and clocks by what they carry', () => {
    expect([
      failureKind(named('Unknown', { $metadata: { httpStatusCode: 502 } })),
      failureKind(named('Error', { code: 'ECONNRESET' })),
      failureKind(new AggregateError([named('Error', { code: 'ECONNREFUSED' })])),
      failureKind(Object.assign(new Error('Signature expired: 2026'), { name: 'SignatureDoesNotMatch' })),
      failureKind(Object.assign(new Error('Rate exceeded'), { name: 'ValidationError' })),
    ]).to.deep.equal(['transient', 'transient', 'transient', 'skewed', 'throttled'])
  })
})

describe('persist()', () => {
  let refreshed: number
  let said: string[]
  const options = (): PersistOptions => ({
    limiter: limiter(),
    refresh: async () => void refreshed++,
    knownToAnswer: () => true,
    onRetry: ({ kind, failures }) => said.push(`${kind} ${failures}`),
  })
  before(() => (process.env['CFSTACK_POLL_MS'] = '0.001'))
  after(() => delete process.env['CFSTACK_POLL_MS'])
  beforeEach(() => {
    refreshed = 0
    said = []
  })
  const failing = (errors: readonly Error[]) => async (attempt: number) => {
    const error = errors[attempt - 1]
    if (error !== undefined) throw error
    return `answer ${attempt}`
  }

  it('repeats throttled, broken and expired calls, and reads the credentials again', async () => {
    const errors = [named('Throttling'), named('TimeoutError'), named('ExpiredToken')]
    expect(await persist(failing(errors), options())).to.equal('answer 4')
    expect([refreshed, said]).to.deep.equal([1, ['throttled 1', 'transient 2', 'expired 3']])
  })

  it('throws what no repetition cures at once', async () => {
    const error = named('ValidationError')
    expect(await persist(failing([error]), options()).catch((thrown: unknown) => thrown)).to.equal(error)
    expect(said).to.deep.equal([])
  })

  it('gives credentials up that stay expired', async () => {
    const errors = Array.from({ length: 9 }, () => named('ExpiredToken'))
    expect(await persist(failing(errors), options()).catch((thrown: unknown) => thrown)).to.equal(errors[2])
    expect(refreshed).to.equal(2)
  })

  for (const [known, attempts] of [
    [true, 17],
    [false, 2],
  ] as const) {
    it(`waits ${known ? 'for a quarter of an hour when AWS has answered before' : 'for seconds only when it never has'}`, async () => {
      const { now } = Date
      let minutes = 0
      let tried = 0
      Date.now = () => now() + minutes * 60_000
      const lost = async () => {
        tried++
        minutes++
        throw named('Error', { code: 'ECONNREFUSED' })
      }
      try {
        await persist(lost, { ...options(), knownToAnswer: () => known }).catch(() => undefined)
      } finally {
        Date.now = now
      }
      expect(tried).to.be.within(attempts - 2, attempts)
    })
  }

  it('stops when the signal fires', async () => {
    const controller = new AbortController()
    const call = persist(
      async () => {
        controller.abort()
        throw named('TimeoutError')
      },
      { ...options(), signal: controller.signal },
    )
    expect(((await call.catch((thrown: unknown) => thrown)) as Error).name).to.equal('AbortError')
  })
})

describe('limiter()', () => {
  it('halves its rate once for a crowd of throttled calls, and grows back fast, then slowly', () => {
    let now = 0
    const one = limiter(() => now)
    one.throttled()
    one.throttled()
    const rates = [one.rate]
    now = 2000
    one.throttled()
    rates.push(one.rate)
    for (let count = 0; count < 8; count++) one.answered()
    rates.push(one.rate)
    for (let count = 0; count < 10; count++) one.answered()
    rates.push(Number(one.rate.toFixed(2)))
    for (let count = 0; count < 1000; count++) one.answered()
    expect([...rates, one.rate]).to.deep.equal([10, 5, 9, 9.2, 20])
  })

  it('never goes below one call in two seconds', () => {
    let now = 0
    const one = limiter(() => (now += 5000))
    for (let count = 0; count < 50; count++) one.throttled()
    expect(one.rate).to.equal(0.5)
  })
})

describe('scrub()', () => {
  it('hides tokens, signatures and keys that an error text quotes', () => {
    const text =
      'x-amz-security-token:IQoJb3JpZ2lu/abc== Signature=0123456789abcdef0123 AKIAIOSFODNN7EXAMPLE aws_secret_access_key = wJalrXUtnFEMI/K7MDENG'
    expect(scrub(text)).to.equal(
      'x-amz-security-token:**** Signature=**** AKIAIOSF**** aws_secret_access_key = ****',
    )
  })
})
