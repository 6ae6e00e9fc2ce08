import { SCALES } from '@pulso/protocol/constants'
import type { Prompt, PromptWording } from '@pulso/protocol/types'
import { Face } from './face.tsx'
import type { Texts } from './texts.ts'

interface ScaleProps {
  prompt: Prompt
  wording: PromptWording
  texts: Texts
  chosen: number
  onScore(score: number): void
}

/** What a point of the scale looks like: a number or a face. */
export function Point({ prompt, score }: { prompt: Prompt; score: number }) {
  return <span class="point">{prompt.kind === 'emoji' ? <Face score={score} highest={prompt.scaleMax} /> : score}</span>
}

/**
 * The scale as native radios. A click chooses, also the one that a screen
 * reader sends. Keys are the card's: browsers turn arrows into clicks that
 * cannot be told from chosen ones, and Space does nothing on a checked radio.
 */
export function Scale({ prompt, wording, texts, chosen, onScore }: ScaleProps) {
  const { min } = SCALES[prompt.kind]
  const scores = Array.from({ length: prompt.scaleMax - min + 1 }, (_, index) => min + index)
  const toName = (score: number) => {
    const end = score === min ? wording.low : score === prompt.scaleMax ? wording.high : ''
    return texts.point(score, prompt.scaleMax) + (end && `, ${end}`)
  }
  return (
    <div>
      <div role="radiogroup" aria-labelledby="question" class="scale">
        {scores.map((score) => (
          <label key={score}>
            <input
              type="radio"
              name="score"
              value={score}
              aria-label={toName(score)}
              checked={score === chosen}
              onClick={() => onScore(score)}
            />
            <Point prompt={prompt} score={score} />
          </label>
        ))}
      </div>
      <div class="ends" aria-hidden="true">
        <span>{wording.low}</span>
        <span>{wording.high}</span>
      </div>
    </div>
  )
}
