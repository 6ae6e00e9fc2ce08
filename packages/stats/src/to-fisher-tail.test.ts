import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toFisherTail } from './to-fisher-tail.ts'

test("Fisher's own examples: the lady tasting tea, and the twins of convicts", () => {
  expect(toFisherTail({ here: 4, elsewhere: 0, documentsHere: 4, documentsElsewhere: 4 })).toBeCloseTo(1 / 70, 12)
  expect(toFisherTail({ here: 3, elsewhere: 1, documentsHere: 4, documentsElsewhere: 4 })).toBeCloseTo(17 / 70, 12)
  expect(toFisherTail({ here: 10, elsewhere: 2, documentsHere: 13, documentsElsewhere: 17 })).toBeCloseTo(619 / 1_330_665, 12)
})

test('what is nowhere, and what is everywhere, tells nothing', () => {
  expect(toFisherTail({ here: 0, elsewhere: 0, documentsHere: 9, documentsElsewhere: 9 })).toBeCloseTo(1, 12)
  expect(toFisherTail({ here: 9, elsewhere: 9, documentsHere: 9, documentsElsewhere: 9 })).toBeCloseTo(1, 12)
  expect(toFisherTail({ here: 5, elsewhere: 0, documentsHere: 9, documentsElsewhere: 0 })).toBeCloseTo(1, 12)
})

test('is the sum of what can happen, at any size, and the two tails share what did', () => {
  const counts = fc.record({ documentsHere: fc.integer({ min: 1, max: 2000 }), documentsElsewhere: fc.integer({ min: 1, max: 2000 }) })
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (documents, share) => {
      const both = Math.round(share * (documents.documentsHere + documents.documentsElsewhere))
      const least = Math.max(0, both - documents.documentsElsewhere)
      const most = Math.min(both, documents.documentsHere)
      const tailFrom = (here: number) => toFisherTail({ here, elsewhere: both - here, ...documents })
      expect(tailFrom(least)).toBeCloseTo(1, 8)
      const middle = Math.floor((least + most) / 2)
      expect(tailFrom(middle)).toBeGreaterThanOrEqual(middle < most ? tailFrom(middle + 1) : 0)
      const otherTail = toFisherTail({
        here: both - middle,
        elsewhere: middle,
        documentsHere: documents.documentsElsewhere,
        documentsElsewhere: documents.documentsHere,
      })
      const exactly = tailFrom(middle) - (middle < most ? tailFrom(middle + 1) : 0)
      expect(tailFrom(middle) + otherTail - exactly).toBeCloseTo(1, 8)
    }),
    { seed: 1935, numRuns: 200 },
  )
})
