import type { LIMITS } from '@pulso/protocol/constants'
import { h } from 'preact'
import type { KindModule, QuestionProps } from '../core/parts.ts'
import { numbers } from './numbers.ts'

const TEXT_LENGTH: typeof LIMITS.commentLength = 2000

export interface CardViewProps extends QuestionProps {
  /** How this kind looks; the numbers, where it has no look of its own. */
  kind: KindModule | undefined
  /** What the card is to a screen reader. */
  role: 'dialog' | 'group' | 'region'
  /** Absent where there is nothing to close. */
  onClose: (() => void) | undefined
}

/** The card at one step of the conversation. */
export function CardView(props: CardViewProps) {
  const { prompt, texts, role, conversation, onClose } = props
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: all three roles can be named.
    <div class={`card ${prompt.kind}`} part="card" role={role} aria-label={texts.card} tabIndex={-1}>
      <Step {...props} key={conversation.state.step} />
      {onClose && (
        <button type="button" class="close" part="close" aria-label={texts.close} onClick={onClose}>
          ×
        </button>
      )}
    </div>
  )
}

function Step(props: CardViewProps) {
  const { prompt, wording, texts, conversation, kind = numbers } = props
  const { step, band, comment, second } = conversation.state
  if (step === 'asking') {
    return (
      <div class="step">
        <p id="question" class="question" part="question">
          {wording.question}
        </p>
        {kind.Question(h, props)}
      </div>
    )
  }
  if (step === 'thanking') {
    const link = prompt.links?.[band]
    return (
      <div class="step thanks" part="thanks">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="m5.5 12.5 4.5 4.5 8.5-9.5" />
        </svg>
        <p class="question">{wording.thanks}</p>
        {link && (
          <a href={link} target="_blank" rel="noopener noreferrer" class="send" part="link">
            {wording.links[band]}
          </a>
        )}
      </div>
    )
  }
  const isFollowing = step === 'following'
  return (
    <form
      class="step"
      onSubmit={(event) => {
        event.preventDefault()
        conversation.next()
      }}
    >
      <label class="question" for="comment" part="question">
        {isFollowing ? wording.followUp[band] : wording.second}
      </label>
      <textarea
        id="comment"
        part="comment"
        rows={3}
        maxLength={TEXT_LENGTH}
        placeholder={texts.optional}
        defaultValue={isFollowing ? comment : second}
        onInput={(event) => conversation.write(event.currentTarget.value)}
      />
      <div class="actions">
        {isFollowing && kind.Chosen?.(h, props)}
        <button type="button" class="back" part="back" onClick={conversation.back}>
          {texts.back}
        </button>
        <button type="submit" class="send" part="send">
          {isFollowing && wording.second ? texts.next : texts.send}
        </button>
      </div>
    </form>
  )
}
