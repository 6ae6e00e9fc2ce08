import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toLogOdds } from './to-log-odds.ts'

test('an example by hand: 12 of 40 comments here, 8 of 360 elsewhere', () => {
  // The prior: 20 comments with 20 of 400, one, among them. So 13 against 47, and 9 against 371.
  const odds = toLogOdds({ here: 12, elsewhere: 8, documentsHere: 40, documentsElsewhere: 360 })
  expect(odds?.logOdds).toBeCloseTo(Math.log(13 / 47) - Math.log(9 / 371), 12)
  expect(odds?.z).toBeCloseTo(Math.log((13 * 371) / (47 * 9)) / Math.sqrt(1 / 13 + 1 / 47 + 1 / 9 + 1 / 371), 12)
  expect(odds?.z).toBeCloseTo(5.286, 3)
})

test('says nothing where there is nothing to compare', () => {
  expect(toLogOdds({ here: 0, elsewhere: 0, documentsHere: 10, documentsElsewhere: 10 })).toBeNull()
  expect(toLogOdds({ here: 10, elsewhere: 10, documentsHere: 10, documentsElsewhere: 10 })).toBeNull()
  expect(toLogOdds({ here: 3, elsewhere: 0, documentsHere: 10, documentsElsewhere: 0 })).toBeNull()
  expect(() => toLogOdds({ here: 11, elsewhere: 0, documentsHere: 10, documentsElsewhere: 10 })).toThrow(RangeError)
})

test('is the same seen from the other side, 0 for equal shares, and surer of more comments', () => {
  const counts = fc
    .record({ documentsHere: fc.integer({ min: 1, max: 500 }), documentsElsewhere: fc.integer({ min: 1, max: 500 }) })
    .chain((documents) =>
      fc.record({
        here: fc.integer({ min: 0, max: documents.documentsHere }),
        elsewhere: fc.integer({ min: 0, max: documents.documentsElsewhere }),
        documentsHere: fc.constant(documents.documentsHere),
        documentsElsewhere: fc.constant(documents.documentsElsewhere),
      }),
    )
  fc.assert(
    fc.property(counts, ({ here, elsewhere, documentsHere, documentsElsewhere }) => {
      const one = toLogOdds({ here, elsewhere, documentsHere, documentsElsewhere })
      const other = toLogOdds({ here: elsewhere, elsewhere: here, documentsHere: documentsElsewhere, documentsElsewhere: documentsHere })
      const tenfold = toLogOdds({
        here: 10 * here,
        elsewhere: 10 * elsewhere,
        documentsHere: 10 * documentsHere,
        documentsElsewhere: 10 * documentsElsewhere,
      })
      if (!one || !other || !tenfold) return
      expect(one.z).toBeCloseTo(-other.z, 9)
      expect(Math.abs(tenfold.z)).toBeGreaterThanOrEqual(Math.abs(one.z) - 1e-9)
      if (here * documentsElsewhere === elsewhere * documentsHere) expect(one.logOdds).toBeCloseTo(0, 9)
      // The prior only ever pulls towards 0.
      const plain = Math.log(here / (documentsHere - here)) - Math.log(elsewhere / (documentsElsewhere - elsewhere))
      expect(Math.abs(one.logOdds)).toBeLessThanOrEqual(Math.abs(plain) + 1e-9)
    }),
    { seed: 2008, numRuns: 500 },
  )
})
