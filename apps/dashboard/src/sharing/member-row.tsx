import { ROLES } from '@pulso/protocol/constants'
import type { Member, Role } from '@pulso/protocol/types'
import { toAgoText } from '../format/times.ts'
import type { SiteSummary } from '../wire-guards.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import { toDateText } from './to-date-text.ts'
import { sharingWords } from './words.ts'

type Props = {
  member: Member
  isYou: boolean
  sites: readonly SiteSummary[]
  onRole: (role: Role) => void
  onNewLink: () => void
  onRemove: () => void
}

/** One member: who, as what, where, and when they were last here. */
export function MemberRow({ member, isYou, sites, onRole, onNewLink, onRemove }: Props) {
  const words = useWords(sharingWords)
  const { locale } = useSpeech()
  const { name, role, lastSeenAt, joinedAt, linkExpiresAt } = member
  const names = member.sites?.map((id) => sites.find((site) => site.id === id)?.name ?? id)
  return (
    <li class="sharing-item">
      <div class="sharing-who">
        <p class="sharing-name">
          {name}
          {isYou && <span class="sharing-mark">{words.members.you}</span>}
        </p>
        <p class="sharing-facts">
          <span>{names ? new Intl.ListFormat(locale).format(names) : words.allSites}</span>
          {joinedAt === null ? (
            <span>{linkExpiresAt === null ? words.members.inviteEnded : words.members.invited(toDateText(linkExpiresAt, locale))}</span>
          ) : (
            <span>
              {words.members.lastSeen}: {lastSeenAt === null ? words.members.neverSeen : toAgoText(lastSeenAt, Date.now(), locale, zone())}
            </span>
          )}
        </p>
      </div>
      <div class="sharing-acts">
        <select
          class="input"
          aria-label={words.members.roleOf(name)}
          value={role}
          onChange={(event) => {
            const chosen = event.currentTarget.value as Role
            // The list says what is, until the worker has agreed.
            event.currentTarget.value = role
            onRole(chosen)
          }}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {words.members.roles[one].name}
            </option>
          ))}
        </select>
        <button type="button" class="button button-quiet" aria-label={words.members.newLinkFor(name)} onClick={onNewLink}>
          {words.members.newLink}
        </button>
        <button type="button" class="button button-quiet" aria-label={`${words.members.remove}: ${name}`} onClick={onRemove}>
          {words.members.remove}
        </button>
      </div>
    </li>
  )
}

/** Of the reader, not of the site: it is about the team. */
function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
