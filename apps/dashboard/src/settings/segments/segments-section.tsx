import { LIMITS, OTHER_SEGMENT } from '@pulso/protocol/constants'
import { useEffect, useRef } from 'preact/hooks'
import { Field } from '../../controls/field.tsx'
import { useWords } from '../../words/speech.tsx'
import { DraftForm } from '../draft-form.tsx'
import { Icon } from '../icons.tsx'
import { mayWrite } from '../may-write.ts'
import type { SettingsSectionProps } from '../sections.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { MoveProgress } from '../site/move-progress.tsx'
import { useDraft } from '../use-draft.ts'
import { segmentsWords } from './words.ts'

/** The declared values of the site's one grouping, in the order in which they are shown. */
export function SegmentsSection({ current, definition, router, session }: SettingsSectionProps) {
  const words = useWords(segmentsWords)
  const draft = useDraft(definition, current, ['segments'])
  const { segments } = draft.value
  const list = useRef<HTMLOListElement>(null)
  /** What gets the focus once it is drawn. */
  const next = useRef<string | null>(null)
  useEffect(() => {
    if (next.current !== null) list.current?.querySelector<HTMLElement>(next.current)?.focus()
    next.current = null
  })
  const set = (changed: string[], focus: string | null = null) => {
    next.current = focus
    draft.change({ segments: changed })
  }
  const findFault = (name: string, place: number) => {
    if (name.trim() === '') return 'empty'
    if (name === OTHER_SEGMENT) return 'other'
    return segments.indexOf(name) < place ? 'twice' : null
  }
  const move = (place: number, by: 1 | -1) => {
    const to = place + by
    const isAtEnd = to === 0 || to === segments.length - 1
    // At an end the button that brought it there is off: the other one keeps the focus in the line.
    const button = isAtEnd ? (by === 1 ? 'up' : 'down') : by === 1 ? 'down' : 'up'
    set(segments.toSpliced(place, 1).toSpliced(to, 0, segments[place] ?? ''), `li:nth-child(${to + 1}) [data-move=${button}]`)
  }
  const isListChanged = JSON.stringify([...segments].sort()) !== JSON.stringify([...current.segments].sort())
  return (
    <>
      <MoveProgress site={current.id} since={current.segments.join('\n')} />
      <DraftForm
        draft={draft}
        router={router}
        mayWrite={mayWrite(session)}
        names={words.fields}
        isFaulty={segments.some((name, place) => findFault(name, place) !== null)}
      >
        <SettingsGroup title={words.title} text={words.text}>
          {segments.length === 0 && <p>{words.none}</p>}
          <ol class="settings-rows" ref={list}>
            {segments.map((name, place) => {
              const fault = findFault(name, place)
              return (
                <li key={place}>
                  <Field label={words.label(place + 1)} error={fault && words.faults[fault]}>
                    {(control) => (
                      <input
                        class="input"
                        {...control}
                        maxLength={LIMITS.segmentLength}
                        spellcheck={false}
                        value={name}
                        onInput={(event) => set(segments.with(place, event.currentTarget.value))}
                      />
                    )}
                  </Field>
                  <button
                    type="button"
                    class="settings-icon-button"
                    data-move="up"
                    aria-label={words.up(name)}
                    disabled={place === 0}
                    onClick={() => move(place, -1)}
                  >
                    <Icon name="up" />
                  </button>
                  <button
                    type="button"
                    class="settings-icon-button"
                    data-move="down"
                    aria-label={words.down(name)}
                    disabled={place === segments.length - 1}
                    onClick={() => move(place, 1)}
                  >
                    <Icon name="down" />
                  </button>
                  <button
                    type="button"
                    class="settings-icon-button"
                    aria-label={words.remove(name)}
                    onClick={() => set(segments.toSpliced(place, 1))}
                  >
                    <Icon name="remove" />
                  </button>
                </li>
              )
            })}
          </ol>
          <div class="settings-actions">
            <button
              type="button"
              class="button button-quiet"
              disabled={segments.length >= LIMITS.segments}
              onClick={() => set([...segments, ''], 'li:last-child input')}
            >
              {words.add}
            </button>
            {segments.length >= LIMITS.segments && <small>{words.full}</small>}
          </div>
          {isListChanged && (
            <p class="settings-warning" role="status">
              {words.changes}
            </p>
          )}
          <div>
            <p class="field-hint">{words.pageCall}</p>
            <pre class="command">{`pulso.configure({ segment: '${segments[0] ?? 'new'}' })`}</pre>
          </div>
        </SettingsGroup>
      </DraftForm>
    </>
  )
}
