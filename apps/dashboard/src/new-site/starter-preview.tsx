import { toLocalized } from '../format/localized.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { type Business, STARTERS } from './starters.ts'
import { newSiteWords } from './words.ts'

type Props = { business: Business; name: string }

/** The journey that such a site begins with, in the reader's language: what is created is both. */
export function StarterPreview({ business, name }: Props) {
  const words = useWords(newSiteWords)
  const { language } = useSpeech()
  const { stages, touchpoints, prompts } = STARTERS[business]
  const [first] = prompts
  const place = touchpoints.find(({ key }) => key === first?.touchpoints[0])
  return (
    <section class="starter" aria-labelledby="starter-title">
      <h2 id="starter-title">{words.preview}</h2>
      <ol class="starter-stages">
        {stages.map((stage) => (
          <li key={stage.key} data-phase={stage.phase}>
            <h3>{toLocalized(stage.name, language)}</h3>
            <ul>
              {touchpoints
                .filter((touchpoint) => touchpoint.stage === stage.key)
                .map((touchpoint) => (
                  <li key={touchpoint.key}>
                    {toLocalized(touchpoint.name, language)}
                    {touchpoint.momentOfTruth && <span class="starter-moment">{words.momentOfTruth}</span>}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
      {first && place && (
        <figure class="starter-question">
          <figcaption>{words.firstQuestion(toLocalized(place.name, language))}</figcaption>
          <blockquote>{first.wording[language].question.replace('{name}', name)}</blockquote>
        </figure>
      )}
      <p class="starter-note">{words.previewNote}</p>
    </section>
  )
}
