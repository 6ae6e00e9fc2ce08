import { toCountText } from '../../format/numbers.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { journeyWords } from '../words.ts'
import type { Claims } from './claims.ts'

/** How far the past of a name has come onto the map. */
export function ClaimProgress({ claims }: { claims: Claims }) {
  const { words, locale } = useSpeech()
  const { tray } = useWords(journeyWords)
  const all = claims.all.value
  return (
    <ul class="claims" role="status" hidden={all.length === 0}>
      {all.map(({ name, claimed, touchpoint, state }) => {
        const text = toCountText(claimed, locale)
        return (
          <li key={name} data-state={state}>
            {state === 'moving' && (
              <>
                <progress aria-label={name} />
                {tray.claiming(name, claimed, text)}
              </>
            )}
            {state === 'failed' && (
              <>
                {tray.claimFailed(name)}{' '}
                <button type="button" class="button button-quiet" onClick={() => claims.goOn(name)}>
                  {tray.claimAgain}
                </button>
              </>
            )}
            {state === 'done' && (
              <>
                {tray.claimed(name, touchpoint ?? name, claimed, text)}{' '}
                <button type="button" class="link" onClick={() => claims.close(name)}>
                  {words.controls.close}
                </button>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
