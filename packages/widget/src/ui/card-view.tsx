import type { LIMITS } from '@pulso/protocol/constants'
import type { Prompt, PromptWording } from '@pulso/protocol/types'
import { type Conversation, type Move, toBand } from './conversation.ts'
import { Point, Scale } from './scale.tsx'
import type { Texts } from './texts.ts'

const COMMENT_LENGTH: typeof LIMITS.commentLength = 2000

interface CardViewProps {
  prompt: Prompt
  wording: PromptWording
  texts: Texts
  conversation: Conversation
  /** The comment as typed so far. */
  draft: string
  onMove(move: Move, score?: number): void
  onDraft(comment: string): void
}

/** The card at one step of the conversation. */
export function CardView(props: CardViewProps) {
  return (
    <div class={`card ${props.prompt.kind}`} role="dialog" aria-label={props.texts.card} tabIndex={-1}>
      <Step {...props} key={props.conversation.step} />
      <button type="button" class="close" aria-label={props.texts.close} onClick={() => props.onMove('close')}>
        ×
      </button>
    </div>
  )
}

function Step({ prompt, wording, texts, conversation: { step, score }, draft, onMove, onDraft }: CardViewProps) {
  if (step === 'asking') {
    return (
      <div class="step">
        <p id="question" class="question">
          {wording.question}
        </p>
        <Scale prompt={prompt} wording={wording} texts={texts} chosen={score} onScore={(score) => onMove('score', score)} />
      </div>
    )
  }
  if (step === 'following') {
    return (
      <form
        class="step"
        onSubmit={(event) => {
          event.preventDefault()
          onMove('complete')
        }}
      >
        <label class="question" for="comment">
          {wording.followUp[toBand(prompt.kind, prompt.scaleMax, score)]}
        </label>
        <textarea
          id="comment"
          rows={3}
          maxLength={COMMENT_LENGTH}
          placeholder={texts.optional}
          defaultValue={draft}
          onInput={(event) => onDraft(event.currentTarget.value)}
        />
        <div class="actions">
          <span role="img" aria-label={texts.point(score, prompt.scaleMax)}>
            <Point prompt={prompt} score={score} />
          </span>
          <button type="button" class="back" onClick={() => onMove('back')}>
            {texts.back}
          </button>
          <button type="submit" class="send">
            {texts.send}
          </button>
        </div>
      </form>
    )
  }
  return (
    <div class="step thanks">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="m5.5 12.5 4.5 4.5 8.5-9.5" />
      </svg>
      <p class="question">{wording.thanks}</p>
    </div>
  )
}
