import { acknowledgedRow } from './acknowledged.ts'
import { canaryRow } from './canary.ts'
import { databaseFaultsRow } from './database-faults.ts'
import { killingRow } from './killing.ts'
import { leavingRow } from './leaving.ts'
import { manyTabsRow } from './many-tabs.ts'
import { orderRow } from './order.ts'
import { outageRow } from './outage.ts'
import { overloadRow } from './overload.ts'
import type { TortureRow } from './row.ts'

/** Every promise, in the order of the report. */
export const TORTURE_ROWS: readonly TortureRow[] = [
  leavingRow,
  killingRow,
  outageRow,
  manyTabsRow,
  orderRow,
  overloadRow,
  canaryRow,
  acknowledgedRow,
  databaseFaultsRow,
]
