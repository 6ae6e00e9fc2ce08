import jsQR from 'jsqr'
import { expect, readReport, storedResponses } from '../product.ts'
import { test } from './cafe-of-its-own.ts'

test('counts what is answered from the code on the cup at the physical touchpoint', async ({ browser, cafe }) => {
  const counter = await browser.newPage({ locale: 'es-ES' })
  await counter.goto(`${cafe.url}/qr`)
  const code = counter.getByRole('img', { name: `${cafe.url}/cup` })
  await expect(code).toBeVisible()
  // What a camera sees: the drawing as dark and light pixels.
  const side = 240
  const bits = await code.locator('svg').evaluate(async (drawing, side) => {
    const picture = new Image(side, side)
    picture.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = side
    const context = canvas.getContext('2d')
    if (!context) return ''
    context.drawImage(picture, 0, 0, side, side)
    const { data } = context.getImageData(0, 0, side, side)
    return Array.from({ length: side * side }, (_, pixel) => ((data[pixel * 4] ?? 255) < 128 ? '1' : '0')).join('')
  }, side)
  const pixels = Uint8ClampedArray.from([...bits].flatMap((bit) => (bit === '1' ? [0, 0, 0, 255] : [255, 255, 255, 255])))
  const scanned = jsQR(pixels, side, side)?.data
  expect(scanned).toBe(`${cafe.url}/cup`)

  const phone = await browser.newContext({ locale: 'es-ES', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  const page = await phone.newPage()
  await page.goto(scanned ?? '')
  await page.getByRole('radiogroup', { name: '¿Qué tal está tu café?' }).getByRole('radio', { name: '5 de 5, En su punto' }).tap()
  await expect
    .poll(async () => (await storedResponses(cafe.site)).find(({ source }) => source === 'visitor'))
    .toMatchObject({ touchpoint: 'coffee', kind: 'emoji', scaleMax: 5, score: 5 })
  const touchpoints = (await readReport(cafe.site)).stages.flatMap((stage) => stage.touchpoints)
  expect(touchpoints.find(({ key }) => key === 'coffee')).toMatchObject({ channel: 'physical', momentOfTruth: true })
})

test('prints the codes alone, without the shop around them', async ({ page, cafe }) => {
  await page.goto(`${cafe.url}/qr`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('img', { name: `${cafe.url}/table` })).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.getByRole('contentinfo')).toBeHidden()
})
