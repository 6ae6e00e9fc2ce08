import type { Prompt, Site } from '@pulso/protocol/types'

/** The site with this prompt in the place that it has; else where it once was, or at the end. */
export function withPrompt(site: Site, prompt: Prompt, formerPlace = site.prompts.length): Site {
  const place = site.prompts.findIndex(({ id }) => id === prompt.id)
  return { ...site, prompts: place < 0 ? site.prompts.toSpliced(formerPlace, 0, prompt) : site.prompts.with(place, prompt) }
}

export function withoutPrompt(site: Site, id: string): Site {
  return { ...site, prompts: site.prompts.filter((prompt) => prompt.id !== id) }
}

/** The site with a prompt paused, or live again. */
export function withState(site: Site, id: string, state: 'live' | 'paused'): Site {
  return {
    ...site,
    prompts: site.prompts.map((prompt) => {
      if (prompt.id !== id) return prompt
      const { state: _, ...rest } = prompt
      return state === 'live' ? rest : { ...rest, state }
    }),
  }
}
