import { expect, test } from 'vitest'
import { PROBLEMS, Problem, type ProblemCode, toProblemType } from './index.ts'

const codes = Object.keys(PROBLEMS) as ProblemCode[]

test('gives every problem a type of its own, an error status and a title without a full stop', () => {
  expect(new Set(codes.map(toProblemType)).size).toBe(codes.length)
  for (const code of codes) {
    const { status, title } = PROBLEMS[code]
    expect(URL.canParse(toProblemType(code)), code).toBe(true)
    expect(status, code).toBeGreaterThanOrEqual(400)
    expect(status, code).toBeLessThan(600)
    expect(title, code).toMatch(/^[A-Z].*[^.]$/)
  }
})

test('keeps the types that clients already compare', () => {
  expect(toProblemType('id-conflict')).toBe('urn:pulso:problem:id-conflict')
})

test('is read with a detail or without', () => {
  const problem = { type: toProblemType('unavailable'), ...PROBLEMS.unavailable }
  expect(Problem.parse(problem)).toEqual(problem)
  expect(Problem.parse({ ...problem, detail: 'Again in 2 s.' })).toEqual({ ...problem, detail: 'Again in 2 s.' })
  expect(Problem.safeParse({ title: 'Oops' }).success).toBe(false)
})
