import type { Response as PromptResponse } from '@pulso/protocol/types'

/** A response with who gave it, as JSON of what a batch says of that: it may be sent when somebody else is on the page. */
export type KeptResponse = PromptResponse & { who?: string | undefined }

/** Somewhere on the device that keeps one record per response. Every call may reject. */
export interface Shelf {
  all(): Promise<KeptResponse[]>
  /** Replaces a record, in one step that no other tab can come between, by what `decide` makes of it; by nothing, if that is nothing. */
  update(id: string, decide: (kept: KeptResponse | undefined) => KeptResponse | undefined): Promise<unknown>
}
