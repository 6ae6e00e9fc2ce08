import { expect, test } from 'vitest'
import { commentAt, reportWith, touchpointWith } from '../test/believable-report.ts'
import { isReport, isResponsePage, isSession, parseLiveFrame } from './wire-guards.ts'

const report = reportWith([touchpointWith({ key: 'checkout', scores: [0, 1, 2] })])

test('takes frames of the live room', () => {
  const frame = { type: 'report', report, touched: ['checkout'], responses: [commentAt(1)] }
  expect(parseLiveFrame(JSON.stringify(frame))).toEqual(frame)
})

test('passes over frames it does not know', () => {
  for (const text of [
    'pong',
    '',
    'null',
    '{}',
    '{"type":"weather"}',
    '{"type":"report","report":{},"touched":[],"responses":[]}',
    JSON.stringify({ type: 'report', report, touched: [] }),
  ]) {
    expect(parseLiveFrame(text), text).toBeNull()
  }
})

test('refuses a report that the screens could not index into', () => {
  expect(isReport(report)).toBe(true)
  expect(isReport({ ...report, stages: [{ name: { en: 'Purchase' } }] })).toBe(false)
  expect(isReport({ ...report, unmapped: 'none' })).toBe(false)
  expect(isReport({ ...report, range: undefined })).toBe(false)
})

test('refuses what is no page of answers and no session', () => {
  expect(isResponsePage({ responses: [commentAt(1)], next: null })).toBe(true)
  expect(isResponsePage({ responses: ['<html>'], next: null })).toBe(false)
  expect(isSession({ scopes: ['admin'], sites: [{ id: 'cafe', name: 'Café', siteKey: 'pk_cafe' }] })).toBe(true)
  expect(isSession({ scopes: ['admin'], sites: null })).toBe(false)
})
