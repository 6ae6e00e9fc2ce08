import { acknowledgedRow } from './acknowledged.ts'
import { badInputRow } from './bad-input.ts'
import { canaryRow } from './canary.ts'
import { databaseFaultsRow } from './database-faults.ts'
import { erasureRow } from './erasure.ts'
import { forgedIdentityRow } from './forged-identity.ts'
import { killingRow } from './killing.ts'
import { leavingRow } from './leaving.ts'
import { manyTabsRow } from './many-tabs.ts'
import { orderRow } from './order.ts'
import { outageRow } from './outage.ts'
import { overloadRow } from './overload.ts'
import type { TortureRow } from './row.ts'

/** Every promise, in an order that starts the product seldom: those that stop it come last. */
export const TORTURE_ROWS: readonly TortureRow[] = [
  leavingRow,
  killingRow,
  outageRow,
  manyTabsRow,
  overloadRow,
  orderRow,
  badInputRow,
  forgedIdentityRow,
  erasureRow,
  canaryRow,
  acknowledgedRow,
  databaseFaultsRow,
]
