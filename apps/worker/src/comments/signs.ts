import type { LexiconSource } from './lexicon.ts'

/** Emoji and emoticons, which mean the same in every language that we read. */
export const SIGNS: LexiconSource['meanings'] = [
  [
    'exact',
    3,
    'joy',
    '😀, 😃, 😄, 😁, 😆, 😊, 🥰, 😍, 🤩, 😘, ❤, 💖, 💕, 💜, 💙, 💚, 🧡, 💛, 🎉, 🥳, 😋, 🤗, ♥, <3, :), :-), :)), :d, :-d, =), ;), ;-), xd',
  ],
  ['exact', 2, null, '👍, 👏, 🙌, 👌, 💯, ⭐, 🌟, ✅, 🔝, 💪, 🙏, ✨'],
  ['exact', 2, 'surprise', '😲, 🤯, 😮'],
  ['exact', -3, 'anger', '😡, 🤬, 😠, 😤, 🖕'],
  ['exact', -2.5, 'sadness', '😢, 😭, 😞, 😔, 🙁, ☹, 💔, 😟, 😥, :(, :-(, :((, =(, ;('],
  ['exact', -2, null, '👎, 🤮, 🤢, 💩, 😒, 🙄, 😩, 😫, ❌, :/, :-/'],
  ['exact', -2, 'worry', '😰, 😨, 😱, 😬'],
]
