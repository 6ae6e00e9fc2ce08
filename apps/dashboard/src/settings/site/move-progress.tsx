import { PATHS } from '@pulso/protocol/constants'
import type { TallyMove } from '@pulso/protocol/types'
import { useEffect, useState } from 'preact/hooks'
import { request } from '../../request.ts'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { isTallyMove } from '../guards.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { siteWords } from './words.ts'

const LOOK_MS = 1000

/** How far stored answers are on their way to other days or segments; nothing while none moves. */
export function MoveProgress({ site, since }: { site: string; since: unknown }) {
  const words = useWords(siteWords)
  const { locale } = useSpeech()
  const [move, setMove] = useState<TallyMove['moving'] | 'over'>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isWanted = true
    async function look(wasMoving: boolean): Promise<void> {
      const outcome = await request(PATHS.tallies(site), isTallyMove)
      if (!isWanted || !outcome.ok) return
      const { moving } = outcome.value
      setMove(moving ?? (wasMoving ? 'over' : null))
      if (moving && !moving.isLastLook) timer = setTimeout(() => void look(true), LOOK_MS)
    }
    void look(false)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [site, since])
  if (move === null) return null
  const percent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
  const moved = new Intl.NumberFormat(locale).format(move === 'over' ? 0 : move.moved)
  const text = move === 'over' ? words.allMoved : move.isLastLook ? words.lastLook(moved) : words.moving(percent(move.share), moved)
  return (
    <SettingsGroup title={words.stored} text={words.storedText}>
      <progress class="settings-progress" max={1} value={move === 'over' || move.isLastLook ? 1 : move.share} aria-label={words.stored} />
      <p role="status">{text}</p>
    </SettingsGroup>
  )
}
