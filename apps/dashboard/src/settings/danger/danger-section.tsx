import { useSpeech, useWords } from '../../words/speech.tsx'
import { isAdmin, mayWrite } from '../may-write.ts'
import type { SettingsSectionProps } from '../sections.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { RemoveAnswers } from './remove-answers.tsx'
import { TallyCheck } from './tally-check.tsx'
import { dangerWords } from './words.ts'

/** Whether the numbers are right, and what can be taken out of them. */
export function DangerSection({ current, definition, session }: SettingsSectionProps) {
  const words = useWords(dangerWords)
  const { locale } = useSpeech()
  const isWriter = mayWrite(session)
  const readAgain = () => void definition.read()
  return (
    <>
      <SettingsGroup title={words.check.title} text={words.check.text}>
        {isAdmin(session) ? <TallyCheck site={current.id} /> : <p>{words.check.forAdmins}</p>}
      </SettingsGroup>
      <SettingsGroup
        title={words.demo.title}
        text={current.demoResponses === 0 ? words.demo.none : words.demo.text(new Intl.NumberFormat(locale).format(current.demoResponses))}
      >
        {isWriter && <RemoveAnswers site={current.id} source="demo" onRemoved={readAgain} />}
      </SettingsGroup>
      {isWriter && (
        <SettingsGroup title={words.imported.title} text={words.imported.text} tone="danger">
          <RemoveAnswers site={current.id} source="import" word={current.id} onRemoved={readAgain} />
        </SettingsGroup>
      )}
      <p class="settings-note">{words.cannot}</p>
    </>
  )
}
