import { parseArgs } from 'node:util'
import { CORPORA } from '../apps/worker/test/sentiment/corpora.ts'
import { measure, toLine } from '../apps/worker/test/sentiment/measure.ts'
import { runCommand } from './fail.ts'

/** `npm run words [--mistakes] [--json]`: how often the lexicon reads comments as a person does; see docs/words.md. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { mistakes: { type: 'boolean' }, json: { type: 'boolean' } } })
  const measured = CORPORA.map(({ name, language, isHeldOut, comments }) => ({ name, isHeldOut, ...measure(comments, language) }))
  if (values.json) console.log(JSON.stringify(Object.fromEntries(measured.map(({ name, figures }) => [name, figures])), null, 2))
  else {
    for (const { name, figures, mistakes, isHeldOut } of measured) {
      console.log(toLine(name, figures))
      // What is held out stays unseen: whoever tunes on it has nothing left to measure with.
      if (values.mistakes && !isHeldOut) console.log(mistakes.map((mistake) => `    ${mistake}`).join('\n'))
    }
  }
})
