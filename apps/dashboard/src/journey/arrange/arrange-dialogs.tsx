import type { Site } from '@pulso/protocol/types'
import { MergeDialog } from './merge-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { StageDialog } from './stage-dialog.tsx'
import { TouchpointDialog } from './touchpoint-dialog.tsx'
import type { Arranging } from './use-arranging.ts'

type Touchpoint = Site['touchpoints'][number]

/** What is being done in a dialog; null: something new. */
export type ArrangeDialog =
  | { is: 'stage'; stage: Site['stages'][number] | null }
  | { is: 'touchpoint'; touchpoint: Touchpoint | null; stage: string }
  | { is: 'move' | 'merge' | 'split'; touchpoint: Touchpoint }

/** What was added or changed, by the key that it has now. */
export type Arranged = { is: 'stage' | 'touchpoint'; key: string }

type Props = {
  dialog: ArrangeDialog
  arranging: Arranging
  onDialog: (dialog: ArrangeDialog | null) => void
  onSaved: (saved: Arranged) => void
}

/** The dialog that is open. */
export function ArrangeDialogs({ dialog, arranging, onDialog, onSaved }: Props) {
  const onClose = () => onDialog(null)
  switch (dialog.is) {
    case 'stage':
      return <StageDialog arranging={arranging} stage={dialog.stage} onSaved={onSaved} onClose={onClose} />
    case 'move':
      return <MoveDialog arranging={arranging} touchpoint={dialog.touchpoint} onClose={onClose} />
    case 'merge':
      return <MergeDialog arranging={arranging} touchpoint={dialog.touchpoint} onClose={onClose} />
    case 'split':
      return <SplitDialog arranging={arranging} touchpoint={dialog.touchpoint} onClose={onClose} />
    case 'touchpoint': {
      const { touchpoint, stage } = dialog
      return (
        <TouchpointDialog
          arranging={arranging}
          touchpoint={touchpoint}
          stage={stage}
          onSaved={onSaved}
          onClose={onClose}
          onMerge={() => touchpoint && onDialog({ is: 'merge', touchpoint })}
          onSplit={() => touchpoint && onDialog({ is: 'split', touchpoint })}
        />
      )
    }
  }
}
