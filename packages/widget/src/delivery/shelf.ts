import type { Response as PromptResponse } from '@pulso/protocol/types'

/** Somewhere on the device that keeps one record per response. Every call may reject. */
export interface Shelf {
  all(): Promise<PromptResponse[]>
  /** Replaces a record, in one step that no other tab can come between, by what `decide` makes of it; by nothing, if that is nothing. */
  update(id: string, decide: (kept: PromptResponse | undefined) => PromptResponse | undefined): Promise<unknown>
}
