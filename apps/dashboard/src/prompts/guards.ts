import type { PreviewReply, PromptVersionList } from '@pulso/protocol/types'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

export function isVersionList(value: unknown): value is PromptVersionList {
  return (
    isRecord(value) &&
    Array.isArray(value['versions']) &&
    value['versions'].every(
      (version: unknown) =>
        isRecord(version) && typeof version['at'] === 'number' && isRecord(version['prompt']) && isRecord(version['prompt']['wording']),
    )
  )
}

export function isPreviewReply(value: unknown): value is PreviewReply {
  return isRecord(value) && value['type'] === 'pulso-preview-reply' && typeof value['is'] === 'string'
}
