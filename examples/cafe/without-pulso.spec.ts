import { createServer } from 'node:net'
import { expect, test } from '../product.ts'
import { serveCafe } from './serve.ts'

/** An address at which nothing answers: it was free a moment ago. */
async function findSilentOrigin(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return `http://127.0.0.1:${address.port}`
}

test('sells coffee as ever when Pulso cannot be reached', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  const shop = await serveCafe({ port: 0, pulsoOrigin: await findSilentOrigin(), siteKey: 'pk_nobody_home' })

  await page.goto(shop.url)
  await page.getByRole('link', { name: /^Espresso|^Solo/ }).click()
  await page.getByRole('button', { name: /Add to order/ }).click()
  await page.getByRole('link', { name: 'Go to payment' }).click()
  await page.getByRole('button', { name: 'Use a sample card' }).click()
  await page.getByRole('button', { name: /^Pay/ }).click()
  await page.getByRole('button', { name: 'I’ve got it' }).click()
  await page.getByRole('link', { name: 'Open what the code opens' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Huehuetenango' })).toBeVisible()
  await page.getByRole('link', { name: 'Invite', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

  expect(errors).toEqual([])
  await shop.close()
})

test('says why it cannot be served when its port is taken', async () => {
  const pulsoOrigin = await findSilentOrigin()
  const first = await serveCafe({ port: 0, pulsoOrigin, siteKey: 'pk_nobody_home' })
  const port = Number(new URL(first.url).port)
  await expect(serveCafe({ port, pulsoOrigin, siteKey: 'pk_nobody_home' })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await first.close()
})
