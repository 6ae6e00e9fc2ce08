import { parseArgs } from 'node:util'
import { CORPORA } from '../apps/worker/test/sentiment/corpora.ts'
import { measure, toLine } from '../apps/worker/test/sentiment/measure.ts'
import type { CommentTexts } from '../examples/cafe/seed/comment-book.ts'
import { COMMENTS_EN } from '../examples/cafe/seed/comments-en.ts'
import { COMMENTS_ES } from '../examples/cafe/seed/comments-es.ts'
import { runCommand } from './fail.ts'

/** `npm run words [--mistakes] [--json]`: how often the lexicon reads comments as a person does; see docs/words.md. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { mistakes: { type: 'boolean' }, json: { type: 'boolean' } } })
  const corpora = [
    ...CORPORA,
    { name: 'es, café', language: 'es', isHeldOut: true, comments: toLabelled(COMMENTS_ES) },
    { name: 'en, café', language: 'en', isHeldOut: true, comments: toLabelled(COMMENTS_EN) },
  ]
  const measured = corpora.map(({ name, language, isHeldOut, comments }) => ({ name, isHeldOut, ...measure(comments, language) }))
  if (values.json) console.log(JSON.stringify(Object.fromEntries(measured.map(({ name, figures }) => [name, figures])), null, 2))
  else {
    for (const { name, figures, mistakes, isHeldOut } of measured) {
      console.log(toLine(name, figures))
      // What is held out stays unseen: whoever tunes on it has nothing left to measure with.
      if (values.mistakes && !isHeldOut) console.log(mistakes.map((mistake) => `    ${mistake}`).join('\n'))
    }
  }
})

/** What the demo's customers write in a good and in a bad mood: nobody wrote that with these words in mind. */
function toLabelled(book: CommentTexts) {
  return Object.values(book).flatMap(({ low, high }) => [
    ...low.map((text) => ({ text, label: 'negative' as const, emotion: null })),
    ...high.map((text) => ({ text, label: 'positive' as const, emotion: null })),
  ])
}
