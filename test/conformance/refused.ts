import { expect } from 'chai'

/** Makes sure that the service refuses a call with this error code and a message like this. */
export async function refused(call: Promise<unknown>, code: string, message: RegExp = /./): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as Error,
  )
  expect(error?.name, error === undefined ? 'the call was accepted' : error.message).to.equal(code)
  expect(error?.message).to.match(message)
}
