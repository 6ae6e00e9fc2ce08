import { LIMITS } from '@pulso/protocol/constants'
import type { InboxResponse, Marks, Note, Verdict } from '@pulso/protocol/types'
import { useToasts } from '../controls/toasts.tsx'
import { toCountText } from '../format/numbers.ts'
import type { ToldProblem } from '../request.ts'
import { useSpeech, useWords } from '../words/speech.tsx'
import type { Change, Inbox } from './create-inbox.ts'
import { findResponse } from './inbox-state.ts'
import { responsesWords } from './words.ts'

export type InboxActions = {
  /** Says how far the team is with these; the way back is in what it says. `isQuiet` says nothing. */
  setStatus: (ids: readonly string[], status: Marks['status'], isQuiet?: boolean) => Promise<void>
  /** Whether they were added. */
  tag: (ids: readonly string[], tags: readonly string[]) => Promise<boolean>
  untag: (id: string, tag: string) => Promise<void>
  addNote: (id: string, text: string, author: string) => Promise<boolean>
  removeNote: (id: string, note: Note) => Promise<void>
  judge: (ids: readonly string[], verdict: Verdict) => Promise<void>
  /** Says how many are gone. There is no way back. */
  sayErased: (count: number) => void
}

/** What a team does with responses, said as it is done. `onTags` hears when the tags of the site are others. */
export function useInboxActions(inbox: Inbox, onTags: () => void): InboxActions {
  const words = useWords(responsesWords)
  const { locale } = useSpeech()
  const toasts = useToasts()
  const { said } = words
  const toText = (count: number) => toCountText(count, locale)
  const fail = (text = said.failed) => toasts.say({ text, tone: 'failed', kind: 'inbox-failed' })
  const tagsOf = (id: string) => findResponse(inbox.state.value, id)?.marks.tags ?? []

  /** Why it was refused, as the worker says it; the place in the request that it names is nothing to a reader. */
  const toReason = ({ addTags }: Change, problem: ToldProblem | null) => {
    if (!addTags || !problem?.detail) return said.failed
    return words.tags.refused(problem.detail.replace(/\baddTags(\.\d+)?: /g, ''))
  }

  async function change(ids: readonly string[], what: Change): Promise<boolean> {
    const outcome = await inbox.mark(ids, what)
    if (!outcome.ok) fail(toReason(what, outcome.problem))
    else if (what.addTags || what.removeTags) onTags()
    return outcome.ok
  }

  return {
    setStatus: async (ids, status, isQuiet = false) => {
      const before = ids.flatMap((id) => findResponse(inbox.state.value, id) ?? [])
      if (!(await change(ids, { status })) || isQuiet) return
      const undo = () => Promise.all(toGroups(before).map(([former, group]) => change(group, { status: former })))
      toasts.say({ text: said.marked[status](ids.length, toText(ids.length)), undo, kind: 'inbox-status' })
    },
    tag: async (ids, tags) => {
      if (ids.some((id) => new Set([...tagsOf(id), ...tags]).size > LIMITS.responseTags)) {
        fail(words.tags.full(toText(LIMITS.responseTags)))
        return false
      }
      const added = tags.map((tag) => ({ tag, without: ids.filter((id) => !tagsOf(id).includes(tag)) }))
      if (!(await change(ids, { addTags: [...tags] }))) return false
      const undo = async () => {
        for (const { tag, without } of added) if (without.length > 0) await change(without, { removeTags: [tag] })
      }
      if (ids.length > 1) toasts.say({ text: said.tagged(tags.join(', '), toText(ids.length)), undo, kind: 'inbox-tagged' })
      return true
    },
    untag: async (id, tag) => {
      await change([id], { removeTags: [tag] })
    },
    addNote: async (id, text, author) => {
      const isKept = await inbox.addNote(id, text, author)
      if (!isKept) fail()
      return isKept
    },
    removeNote: async (id, note) => {
      if (!(await inbox.removeNote(id, note.id))) return fail()
      toasts.say({ text: said.noteRemoved, undo: () => inbox.addNote(id, note.text, note.author ?? '') })
    },
    judge: async (ids, verdict) => {
      if (!(await inbox.judge(ids, verdict))) return fail()
      const opposite = verdict === 'released' ? 'confirmed' : 'released'
      toasts.say({
        text: said[verdict](ids.length, toText(ids.length)),
        undo: () => inbox.judge(ids, opposite),
        kind: 'inbox-verdict',
      })
    },
    sayErased: (count) => {
      // Their tags went with them.
      onTags()
      toasts.say({ text: said.erased(count, toText(count)) })
    },
  }
}

function toGroups(responses: readonly InboxResponse[]): [Marks['status'], string[]][] {
  return [...Map.groupBy(responses, ({ marks }) => marks.status)].map(([status, group]) => [status, group.map(({ id }) => id)])
}
