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
import { plantedTruthsRow } from './planted-truths.ts'
import type { TortureRow } from './row.ts'
import { schemaRow } from './schema.ts'
import { storedXssRow } from './stored-xss.ts'
import { talliesRow } from './tallies.ts'
import { tenancyRow } from './tenancy.ts'

/** Every promise. Rows that leave the product running come first, so that it is started seldom. */
export const TORTURE_ROWS: readonly TortureRow[] = [
  leavingRow,
  killingRow,
  outageRow,
  manyTabsRow,
  tenancyRow,
  storedXssRow,
  schemaRow,
  orderRow,
  talliesRow,
  plantedTruthsRow,
  badInputRow,
  forgedIdentityRow,
  erasureRow,
  canaryRow,
  overloadRow,
  acknowledgedRow,
  databaseFaultsRow,
]
