import type { Channel } from '@pulso/protocol/types'

/** A screen, a place, a person. */
const OUTLINES: Record<Channel, string> = {
  digital: 'M2.5 3.5h11v7h-11zM6 13h4',
  physical: 'M8 14s4.5-4.2 4.5-7.5a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 6.5v.01',
  personal: 'M8 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 13.5c.5-2.7 2.5-4 5-4s4.5 1.3 5 4',
}

export function ChannelIcon({ channel }: { channel: Channel }) {
  return (
    <svg class="channel-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={OUTLINES[channel]} />
    </svg>
  )
}
