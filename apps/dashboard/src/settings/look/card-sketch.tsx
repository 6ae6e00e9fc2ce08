import type { Look } from '@pulso/protocol/types'
import { useWords } from '../../words/speech.tsx'
import { parseColour, toInkOn } from './contrast.ts'
import { lookWords } from './words.ts'
import './card-sketch.css'

/** What the card has when a site says nothing: card.css of the widget. */
const PLAIN = { light: '#4b3fd0', dark: '#aea6ff' }

/** A sketch of the card that asks, light and dark; no control of it does anything. */
export function CardSketch({ look }: { look: Look }) {
  const { preview: words } = useWords(lookWords)
  const themes = look.theme === 'light' || look.theme === 'dark' ? [look.theme] : (['light', 'dark'] as const)
  const font = look.font === undefined || look.font === 'inherit' ? undefined : look.font
  return (
    <figure class="settings-sketches">
      <div aria-hidden="true">
        {themes.map((theme) => {
          const accent = look.accent !== undefined && parseColour(look.accent) ? look.accent : PLAIN[theme]
          const style = {
            '--sketch-accent': accent,
            '--sketch-on-accent': toInkOn(parseColour(accent) ?? [0, 0, 0]),
            '--sketch-radius': `${look.radius ?? 18}px`,
            '--sketch-room': look.density === 'compact' ? '0.6' : '1',
            ...(font !== undefined && { fontFamily: font }),
          }
          return (
            <div key={theme} class="settings-sketch" data-sketch={theme} style={style}>
              <strong>{words.question}</strong>
              <span class="settings-sketch-scale">
                {[1, 2, 3, 4, 5].map((step) => (
                  <span key={step} data-chosen={step === 4 ? '' : undefined}>
                    {step}
                  </span>
                ))}
              </span>
              <span class="settings-sketch-ends">
                <span>{words.low}</span>
                <span>{words.high}</span>
              </span>
              <span class="settings-sketch-send">{words.send}</span>
            </div>
          )
        })}
      </div>
      <figcaption>
        <strong>{words.title}.</strong> {words.text}
      </figcaption>
    </figure>
  )
}
