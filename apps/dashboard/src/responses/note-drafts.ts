/**
 * Notes that were begun and not sent, for as long as the page is open: what a team writes about
 * people is left behind on no device. One for each response and whoever is signed in.
 */
const drafts = new Map<string, string>()

export type NoteDraft = { recall: () => string; keep: (text: string) => void }

export function noteDraft(response: string, member: string | null): NoteDraft {
  const key = JSON.stringify([response, member])
  return {
    recall: () => drafts.get(key) ?? '',
    keep: (text) => {
      if (text === '') drafts.delete(key)
      else drafts.set(key, text)
    },
  }
}
