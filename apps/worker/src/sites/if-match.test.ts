import { JourneyDefinition, Site } from '@pulso/protocol'
import { expect, test } from 'vitest'
import { CAFE, callWorker, createSite, OPERATOR, putSite, readProblem } from '../../test/talk-to-worker.ts'

const toPath = (id: string, file = '') => `/v1/sites/${id}${file}`

async function read(id: string, file = '') {
  const response = await callWorker(toPath(id, file), { headers: OPERATOR })
  return { tag: response.headers.get('ETag') ?? '', body: await response.json<object>() }
}

function save(id: string, body: object, tag?: string, file = '') {
  return callWorker(toPath(id, file), {
    method: 'PUT',
    headers: { ...OPERATOR, 'Content-Type': 'application/json', ...(tag !== undefined && { 'If-Match': tag }) },
    body: JSON.stringify(body),
  })
}

test('of two who read the same definition the second to save is told, and overwrites nothing', async () => {
  const { id } = await createSite('two-tabs')
  const read1 = await read(id)
  const read2 = await read(id)
  expect(read1.tag).toMatch(/^".+"$/)
  expect(read2.tag).toBe(read1.tag)

  const first = await save(id, { ...read1.body, name: 'First' }, read1.tag)
  expect(first.status).toBe(200)
  const second = await save(id, { ...read2.body, tone: 'formal' }, read2.tag)
  expect(second.status).toBe(412)
  expect(await readProblem(second)).toMatchObject({ type: 'urn:pulso:problem:changed-meanwhile', status: 412 })
  expect((await read(id)).body).toMatchObject({ name: 'First', tone: 'informal' })

  // With what the first one got back the next save goes on without reading again.
  expect((await save(id, { ...read1.body, name: 'Third' }, first.headers.get('ETag') ?? '')).status).toBe(200)
})

test('takes a tag that a proxy has made weak, one of several, and any; not one of a site that is not there', async () => {
  const { id } = await createSite('tags')
  const { body } = await read(id)
  for (const toHeader of [(tag: string) => `W/${tag}`, (tag: string) => `"other", ${tag}`, () => '*']) {
    expect((await save(id, body, toHeader((await read(id)).tag))).status).toBe(200)
  }
  expect((await save(id, body, '"other"')).status).toBe(412)
  expect((await save('tags-nobody', { ...CAFE }, '*')).status).toBe(412)
  expect((await callWorker(toPath('tags-nobody'), { headers: OPERATOR })).status).toBe(404)
})

test('without the header the last one to save wins, as ever', async () => {
  const { id } = await createSite('unconditional')
  const before = await read(id)
  expect((await putSite(id, { ...before.body, name: 'One' })).status).toBe(200)
  expect((await putSite(id, { ...before.body, name: 'Two' })).status).toBe(200)
  expect((await read(id)).body).toMatchObject({ name: 'Two' })
})

test('of twenty who save the same state at once, one does', async () => {
  const { id } = await createSite('crowd')
  const { tag, body } = await read(id)
  const statuses = (await Promise.all(Array.from({ length: 20 }, (_, index) => save(id, { ...body, name: `Number ${index}` }, tag)))).map(
    ({ status }) => status,
  )
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 412)).toHaveLength(19)
})

test('a journey file and prompts that are saved at the same moment are both there afterwards', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { id } = await createSite(`at-once-${round}`)
    const site = Site.parse((await read(id)).body)
    const journey = JourneyDefinition.parse((await read(id, '/journey.json')).body)
    const help = { key: 'help', stage: 'purchase', name: { en: 'Help' } }
    const prompts = [...site.prompts, { id: 'ease', kind: 'ces', touchpoints: ['checkout'] }]
    const [files, sites] = await Promise.all([
      save(id, { ...journey, touchpoints: [...journey.touchpoints, help] }, undefined, '/journey.json'),
      save(id, { ...site, prompts }),
    ])
    expect([files.status, sites.status]).toEqual([200, 200])
    const after = Site.parse((await read(id)).body)
    // A site is saved whole, so the journey of who saves it last stays; a journey file never takes a prompt away.
    expect(after.prompts.map((prompt) => prompt.id)).toContain('ease')
  }
})

test('a prompt that somebody adds while another saves is remembered by its kind, whoever comes last', async () => {
  const { id } = await createSite('remembered')
  const { body } = await read(id)
  const site = Site.parse(body)
  const toPrompts = (added: string) => ({ ...site, prompts: [...site.prompts, { id: added, kind: 'ces', touchpoints: ['checkout'] }] })
  const answers = await Promise.all(['one', 'two', 'three', 'four'].map((added) => save(id, toPrompts(added))))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  for (const prompt of ['one', 'two', 'three', 'four']) {
    const other = await save(id, { ...site, prompts: [...site.prompts, { id: prompt, kind: 'csat', touchpoints: ['checkout'] }] })
    expect([prompt, other.status]).toEqual([prompt, 400])
    expect((await readProblem(other)).detail).toContain(`"${prompt}" was asked as ces up to 7`)
  }
})

test('a journey file carries the tag of the site: it is refused when prompts were saved since', async () => {
  const { id } = await createSite('one-tag')
  const journey = await read(id, '/journey.json')
  const site = await read(id)
  expect(journey.tag).toBe(site.tag)
  expect((await save(id, site.body, site.tag)).status).toBe(200)
  expect((await save(id, journey.body, journey.tag, '/journey.json')).status).toBe(412)
})
