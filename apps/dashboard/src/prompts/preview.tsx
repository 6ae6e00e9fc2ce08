import type { PreviewReply, Site } from '@pulso/protocol/types'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { toLanguageName } from '../format/localized.ts'
import { Choice } from '../site/choice.tsx'
import { useSpeech, useWords } from '../words/speech.tsx'
import { isPreviewReply } from './guards.ts'
import { PreviewColours } from './preview-colours.tsx'
import { type PromptDraft, toWhole } from './prompt-draft.ts'
import { type PreviewChoices, toPreviewOrder, toViews } from './to-preview-order.ts'
import { toLanguages } from './wording-form.tsx'
import { promptsWords } from './words.ts'
import './preview.css'

/** Where one writes from the right: to see that it holds, in whatever language a site has. */
const RIGHT_TO_LEFT = 'ar'
/** Pages as wide and high as people's screens, made smaller to fit. */
const SCREENS = { phone: { width: 360, height: 560 }, desktop: { width: 840, height: 600 } }

type Props = {
  draft: PromptDraft
  site: Site
  language: string
  onLanguage: (language: string) => void
}

type Drawn = Extract<PreviewReply, { is: 'drawn' }>

/** The widget itself, on a page that is nobody's: it moves as one types, and what is done in it is told to nobody. */
export function Preview({ draft, site, language, onLanguage }: Props) {
  const words = useWords(promptsWords)
  const speech = useSpeech()
  const { preview } = words
  const [choices, setChoices] = useState<Omit<PreviewChoices, 'locale'>>({ theme: 'light', view: 'question' })
  const [screen, setScreen] = useState<keyof typeof SCREENS>(() => (matchMedia('(max-width: 48rem)').matches ? 'phone' : 'desktop'))
  const [isMirrored, setMirrored] = useState(false)
  const [reply, setReply] = useState<Drawn | 'failed' | null>(null)
  const [isReady, setReady] = useState(false)
  const [scale, setScale] = useState(0)
  const frame = useRef<HTMLIFrameElement>(null)
  const room = useRef<HTMLDivElement>(null)
  const turn = useRef(0)
  const controls = useRef('')

  const languages = toLanguages(draft, site)
  const locale = isMirrored ? RIGHT_TO_LEFT : languages.includes(language) ? language : (languages[0] ?? 'en')
  const hasSecond = useMemo(() => Object.values(toWhole(draft, site).wording).some(({ second }) => second !== ''), [draft, site])
  const views = toViews(draft, hasSecond)
  const view = views.includes(choices.view) ? choices.view : 'question'
  const { theme } = choices

  useEffect(() => {
    const listen = ({ origin, source, data }: MessageEvent) => {
      const iframe = frame.current
      if (origin !== location.origin || !iframe || source !== iframe.contentWindow || !isPreviewReply(data)) return
      if (data.is === 'ready') return setReady(true)
      if (data.turn !== turn.current) return
      setReply(data.is === 'drawn' ? data : 'failed')
    }
    addEventListener('message', listen)
    return () => removeEventListener('message', listen)
  }, [])

  useEffect(() => {
    const order = isReady ? toPreviewOrder(draft, site, { locale, theme, view }) : null
    const iframe = frame.current
    if (!order || !iframe) return
    const now = [locale, theme, view].join(' ')
    turn.current += 1
    iframe.contentWindow?.postMessage({ ...order, turn: turn.current, isQuiet: controls.current === now }, location.origin)
    controls.current = now
  }, [isReady, draft, site, locale, theme, view])

  const { width, height } = SCREENS[screen]
  useEffect(() => {
    const element = room.current
    if (!element) return
    const measure = () => setScale(Math.min(1, element.clientWidth / width))
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [width])

  const isSkipped = reply !== null && reply !== 'failed' && isElsewhere(view, reply.step)
  return (
    <section class="preview" aria-labelledby="preview-title">
      <div class="preview-head">
        <h2 id="preview-title">{preview.title}</h2>
        <p class="field-hint">{preview.note}</p>
      </div>
      <div class="preview-controls">
        <label class="preview-language">
          <span>{preview.language}</span>
          <select
            class="input"
            value={isMirrored ? 'mirrored' : locale}
            onChange={({ currentTarget: { value } }) => {
              setMirrored(value === 'mirrored')
              if (value !== 'mirrored') onLanguage(value)
            }}
          >
            {languages.map((tag) => (
              <option key={tag} value={tag}>
                {toLanguageName(tag, speech.language)}
              </option>
            ))}
            <option value="mirrored">
              {toLanguageName(RIGHT_TO_LEFT, speech.language)}, {preview.rtl}
            </option>
          </select>
        </label>
        <Choice
          legend={preview.theme}
          options={(['light', 'dark'] as const).map((value) => ({ value, label: preview.themes[value] }))}
          value={theme}
          onChoose={(next) => setChoices({ ...choices, theme: next })}
        />
        <Choice
          legend={preview.width}
          options={(['phone', 'desktop'] as const).map((value) => ({ value, label: preview.widths[value] }))}
          value={screen}
          onChoose={setScreen}
        />
        <Choice
          legend={preview.view}
          options={views.map((value) => ({
            value,
            label: value === 'mid' && views.length < 5 && draft.kind === 'choice' ? preview.views.mid1 : preview.views[value],
          }))}
          value={view}
          onChoose={(next) => setChoices({ ...choices, view: next })}
        />
      </div>
      <div class="preview-room" ref={room} data-screen={screen} aria-busy={reply === null}>
        <div class="preview-screen" style={{ height: `${height * scale}px`, width: `${width * scale}px` }}>
          <iframe
            ref={frame}
            title={preview.frame}
            src="/widget/preview"
            width={width}
            height={height}
            style={{ transform: `scale(${scale})` }}
          />
        </div>
      </div>
      <div role="status" class="preview-status">
        {isSkipped && <p>{preview.skipped}</p>}
        {reply === 'failed' && <p>{preview.failed}</p>}
      </div>
      {reply !== null && reply !== 'failed' && site.look && <PreviewColours changes={reply.changes} />}
    </section>
  )
}

/** Whether the conversation went on past what was to be seen. */
function isElsewhere(view: PreviewChoices['view'], step: Drawn['step']): boolean {
  const wanted = {
    question: 'asking',
    low: 'following',
    mid: 'following',
    high: 'following',
    second: 'second',
    thanks: 'thanking',
  } as const
  return wanted[view] !== step
}
