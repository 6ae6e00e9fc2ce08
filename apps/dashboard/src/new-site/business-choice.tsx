import { useId } from 'preact/hooks'
import { useWords } from '../words/speech.tsx'
import { BUSINESSES, type Business } from './starters.ts'
import { newSiteWords } from './words.ts'

const SHAPES: Record<Business, string> = {
  shop: 'M3 4h2l2 9h8l2-6H6 M8 17h.01 M14 17h.01',
  place: 'M4 8h10v4a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4z M14 9h1.5a2 2 0 0 1 0 4H14 M7 5V3 M11 5V3',
  software: 'M3 4h14v10H3z M7 17h6 M7.5 7.5 5.8 9l1.7 1.5 M12.5 7.5 14.2 9l-1.7 1.5',
  services: 'M3 8h14v8H3z M7.5 8V5h5v3 M3 11.5h14',
}

type Props = { value: Business; onChoose: (business: Business) => void }

/** What kind of business it is: native radios that look like cards. */
export function BusinessChoice({ value, onChoose }: Props) {
  const words = useWords(newSiteWords)
  const group = useId()
  return (
    <fieldset class="business">
      <legend>{words.business}</legend>
      <div class="business-cards">
        {BUSINESSES.map((business) => (
          <label key={business} class="business-card">
            <input type="radio" name={group} checked={business === value} onChange={() => onChoose(business)} />
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d={SHAPES[business]} />
            </svg>
            <span class="business-name">{words.businesses[business].name}</span>
            <span class="business-what">{words.businesses[business].what}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
