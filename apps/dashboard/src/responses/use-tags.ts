import { PATHS } from '@pulso/protocol/constants'
import type { TagList } from '@pulso/protocol/types'
import { useCallback, useEffect, useState } from 'preact/hooks'
import { request } from '../request.ts'
import { isTagList } from './guards.ts'

/** The tags of a site with how many responses carry each, and how to ask for them again. */
export function useTags(site: string): [tags: TagList['tags'], read: () => void] {
  const [tags, setTags] = useState<TagList['tags']>([])
  const read = useCallback(() => {
    void request(PATHS.tags(site), isTagList).then((outcome) => outcome.ok && setTags(outcome.value.tags))
  }, [site])
  useEffect(read, [read])
  return [tags, read]
}
