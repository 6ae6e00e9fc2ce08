import { type CreatedToken, PATHS } from '@pulso/protocol'
import { createSite, expect, test } from '../product.ts'
import { ADMIN_TOKEN, PULSO_URL } from '../product-address.ts'

const call = (method: string, path: string, body?: object) =>
  fetch(`${PULSO_URL}${path}`, {
    method,
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })

test('a program whose token was revoked is told so, and its connection ends', async () => {
  const site = await createSite()
  const made = await call('POST', PATHS.tokens, { name: 'A wall', scopes: ['stats:read'], sites: [site.id] })
  const { id, token } = (await made.json()) as CreatedToken
  const address = `${PULSO_URL.replace(/^http/, 'ws')}${PATHS.live(site.id)}`
  // Node's own option: a browser's WebSocket sends no headers.
  const socket = new WebSocket(address, { headers: { authorization: `Bearer ${token}` } } as never)
  const closed = new Promise<string>((resolve) => {
    socket.onclose = ({ code, reason }) => resolve(`${code} ${reason}`)
  })
  await new Promise((resolve) => {
    socket.onmessage = resolve
  })
  await call('DELETE', PATHS.token(id))
  // Removing history moves scores, so the room is about to send a frame.
  await call('DELETE', `${PATHS.siteResponses(site.id)}?source=demo`)
  expect(await closed).toBe('1008 This access has ended.')
})
