import { test } from 'vitest'
import { generateComments } from '../../test/redaction/generate-comments.ts'
import { measure, toTable } from '../../test/redaction/measure.ts'

test('x', () => {
  for (const part of ['tuned', 'heldOut'] as const)
    for (const l of ['es', 'en'] as const) {
      const { measures, mistakes } = measure(generateComments(l, part, 3000, part === 'tuned' ? 20_261_125 : 161_803))
      console.log(mistakes.slice(0, 40).join('\n'))
      console.log(toTable(`${l} ${part}`, measures))
    }
})
