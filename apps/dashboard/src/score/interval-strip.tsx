import type { Score } from '@pulso/protocol/types'
import './interval-strip.css'

type Props = { score: Score; targetScore?: number | undefined }

/**
 * Where the score lies on its whole scale, with the interval around it and the
 * target if there is one. A picture only: the same is said in words beside it.
 */
export function IntervalStrip({ score, targetScore }: Props) {
  const lowest = score.unit === 'points' ? -100 : 0
  const toPlace = (value: number) => `${((value - lowest) / (100 - lowest)) * 100}%`
  const { value, low, high } = score
  return (
    <div class="strip" aria-hidden="true" data-unit={score.unit} data-enough={score.enoughData}>
      {value !== null && low !== null && high !== null && (
        <>
          <span class="strip-band" style={{ '--from': toPlace(low), '--to': toPlace(high) }} />
          <span class="strip-value" style={{ '--at': toPlace(value) }} />
        </>
      )}
      {targetScore !== undefined && <span class="strip-target" style={{ '--at': toPlace(targetScore) }} />}
    </div>
  )
}
