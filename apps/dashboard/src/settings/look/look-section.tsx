import type { Look } from '@pulso/protocol/types'
import { Field } from '../../controls/field.tsx'
import { Choice } from '../../site/choice.tsx'
import { useSpeech, useWords } from '../../words/speech.tsx'
import { DraftForm } from '../draft-form.tsx'
import { mayWrite } from '../may-write.ts'
import type { SettingsSectionProps } from '../sections.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { useDraft } from '../use-draft.ts'
import { CardSketch } from './card-sketch.tsx'
import { parseColour, toContrast, toContrastVerdict } from './contrast.ts'
import { lookWords } from './words.ts'
import './look.css'

const THEMES = ['auto', 'light', 'dark'] as const
const DENSITIES = ['comfortable', 'compact'] as const
const FONTS = ['own', 'inherit', 'other'] as const
/** The card's own paper, in either theme: card.css of the widget. */
const PAPERS = { onLight: [255, 255, 255], onDark: [30, 29, 39] } as const
const PLAIN_ACCENT = '#4b3fd0'
const PLAIN_RADIUS = 18

/** How prompts look on the site's pages. */
export function LookSection({ current, definition, router, session }: SettingsSectionProps) {
  const words = useWords(lookWords)
  const draft = useDraft(definition, current, ['look'])
  const look = draft.value.look ?? {}
  const change = (part: Partial<Look>) => {
    const next = Object.fromEntries(Object.entries({ ...look, ...part }).filter(([, value]) => value !== undefined))
    draft.change({ look: Object.keys(next).length === 0 ? undefined : next })
  }
  const isAccentFine = look.accent === undefined || parseColour(look.accent) !== null
  const font = look.font === undefined ? 'own' : look.font === 'inherit' ? 'inherit' : 'other'
  return (
    <DraftForm draft={draft} router={router} mayWrite={mayWrite(session)} names={words.fields} isFaulty={!isAccentFine}>
      <SettingsGroup title={words.theme.title} text={words.theme.text}>
        <fieldset class="settings-choices">
          <legend class="for-the-ear">{words.theme.title}</legend>
          {THEMES.map((theme) => (
            <label key={theme} class="check">
              <input
                type="radio"
                name="theme-of-card"
                checked={(look.theme ?? 'auto') === theme}
                onChange={() => change({ theme: theme === 'auto' ? undefined : theme })}
              />
              <span>{words.theme.options[theme]}</span>
            </label>
          ))}
        </fieldset>
        <CardSketch look={look} />
      </SettingsGroup>
      <SettingsGroup title={words.colours.title} text={words.colours.text}>
        <label class="check">
          <input
            type="checkbox"
            checked={look.accent !== undefined}
            onChange={(event) => change({ accent: event.currentTarget.checked ? (current.look?.accent ?? PLAIN_ACCENT) : undefined })}
          />
          <span>{words.colours.own}</span>
        </label>
        {look.accent !== undefined && (
          <Field label={words.colours.accent} hint={words.colours.accentHint} error={isAccentFine ? null : words.colours.fault}>
            {(control) => (
              <div class="settings-colour">
                <input
                  type="color"
                  aria-label={words.colours.accent}
                  value={isAccentFine ? look.accent : PLAIN_ACCENT}
                  onInput={(event) => change({ accent: event.currentTarget.value })}
                />
                <input
                  class="input settings-number"
                  {...control}
                  spellcheck={false}
                  maxLength={7}
                  value={look.accent}
                  onInput={(event) => change({ accent: event.currentTarget.value.trim() })}
                />
              </div>
            )}
          </Field>
        )}
        <ContrastWords accent={look.accent} theme={look.theme} />
      </SettingsGroup>
      <SettingsGroup title={words.shape.title}>
        <Field label={words.shape.radius} hint={words.shape.radiusValue(look.radius ?? PLAIN_RADIUS)}>
          {(control) => (
            <input
              class="settings-range"
              {...control}
              type="range"
              min={0}
              max={32}
              step={1}
              aria-valuetext={words.shape.radiusValue(look.radius ?? PLAIN_RADIUS)}
              value={look.radius ?? PLAIN_RADIUS}
              onInput={(event) => change({ radius: Number(event.currentTarget.value) })}
            />
          )}
        </Field>
        <Choice
          legend={words.shape.density}
          options={DENSITIES.map((density) => ({ value: density, label: words.shape.densities[density] }))}
          value={look.density ?? 'comfortable'}
          onChoose={(density) => change({ density: density === 'comfortable' ? undefined : density })}
        />
        <Field label={words.shape.font}>
          {(control) => (
            <select
              class="input"
              {...control}
              value={font}
              onChange={(event) => {
                const chosen = event.currentTarget.value
                change({ font: chosen === 'own' ? undefined : chosen === 'inherit' ? 'inherit' : 'Georgia, serif' })
              }}
            >
              {FONTS.map((offered) => (
                <option key={offered} value={offered}>
                  {words.shape.fonts[offered]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {font === 'other' && (
          <Field label={words.shape.fontName} hint={words.shape.fontHint}>
            {(control) => (
              <input
                class="input"
                {...control}
                maxLength={200}
                spellcheck={false}
                value={look.font}
                onInput={(event) => change({ font: event.currentTarget.value === '' ? 'inherit' : event.currentTarget.value })}
              />
            )}
          </Field>
        )}
      </SettingsGroup>
    </DraftForm>
  )
}

/** What the accent is worth on the papers that it will stand on. */
function ContrastWords({ accent, theme }: Pick<Look, 'accent' | 'theme'>) {
  const { colours: words } = useWords(lookWords)
  const { locale } = useSpeech()
  const colour = accent === undefined ? null : parseColour(accent)
  if (!colour) return null
  const papers = (['onLight', 'onDark'] as const).filter(
    (paper) => theme === undefined || theme === 'auto' || (theme === 'light') === (paper === 'onLight'),
  )
  return (
    <ul class="settings-contrast" aria-live="polite">
      {papers.map((paper) => {
        const ratio = toContrast(colour, PAPERS[paper])
        const verdict = toContrastVerdict(ratio)
        const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, roundingMode: 'floor' }).format(ratio)
        return (
          <li key={paper} data-verdict={verdict}>
            {words.contrast[verdict](text, words[paper])}
          </li>
        )
      })}
    </ul>
  )
}
