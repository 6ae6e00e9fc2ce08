import type { Kind, TouchpointReport } from '@pulso/protocol/types'
import { useSpeech, useWords } from '../words/speech.tsx'
import { ChannelIcon } from './channel-icon.tsx'
import { journeyWords } from './words.ts'

type Props = { touchpoint: Pick<TouchpointReport, 'channel' | 'audience'>; kind: Kind | null }

/** What is asked, through which channel, and of whom where that is not the customers. */
export function CardMarks({ touchpoint: { channel, audience }, kind }: Props) {
  const { words } = useSpeech()
  const { audiences } = useWords(journeyWords).filter
  return (
    <p class="card-marks">
      {kind && <span>{words.kinds[kind].name}</span>}
      <span class="card-channel" title={words.touchpoint.channels[channel]}>
        <ChannelIcon channel={channel} />
        <span>{words.touchpoint.channels[channel]}</span>
      </span>
      {audience !== 'customer' && <span class="card-audience">{audiences[audience]}</span>}
    </p>
  )
}
