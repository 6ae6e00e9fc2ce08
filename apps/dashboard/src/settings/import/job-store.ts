import type { ReportedRow, SkipReason } from './import-plan.ts'
import type { PreparedBatch } from './prepare.ts'

/** An import that was begun: how far it is, and what became of it. */
export interface ImportJob {
  site: string
  fileName: string
  startedAt: number
  endedAt: number | null
  /** `paused` by the person; `running` also while the page that runs it is closed. */
  state: 'running' | 'paused' | 'done'
  batches: number
  /** The batch that is sent next. */
  next: number
  /** Responses to send, sent so far, and new among those. */
  total: number
  sent: number
  stored: number
  skipped: Record<SkipReason, number>
  commentsCut: number
}

const IMPORT_DATABASE = 'pulso-import'
const VERSION = 1

/**
 * Keeps an import in this browser, so that a reload or a closed lid costs nothing:
 * what is still to be sent, how far it is, and the report. One import for each site.
 */
export interface JobStore {
  read: (site: string) => Promise<ImportJob | null>
  /** Puts an import in the place of the one that was there. */
  begin: (job: ImportJob, batches: readonly PreparedBatch[], report: readonly ReportedRow[]) => Promise<void>
  readBatch: (site: string, place: number) => Promise<PreparedBatch | null>
  /** Notes in one transaction that a batch was sent, and what was refused of it; what was sent is not kept. */
  advance: (job: ImportJob, refused: readonly ReportedRow[]) => Promise<void>
  save: (job: ImportJob) => Promise<void>
  readReport: (site: string) => Promise<ReportedRow[]>
  forget: (site: string) => Promise<void>
}

/** @throws DOMException where the browser keeps nothing */
export async function openJobStore(): Promise<JobStore> {
  const opening = indexedDB.open(IMPORT_DATABASE, VERSION)
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('jobs', { keyPath: 'site' })
    for (const name of ['batches', 'reports']) opening.result.createObjectStore(name)
  }
  const database = await toPromise(opening)
  // Another tab with a newer version must not wait for this one.
  database.onversionchange = () => database.close()

  const begin = (mode: IDBTransactionMode) => {
    const transaction = database.transaction(['jobs', 'batches', 'reports'], mode)
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const [jobs, batches, reports] = ['jobs', 'batches', 'reports'].map((name) => transaction.objectStore(name)) as [
      IDBObjectStore,
      IDBObjectStore,
      IDBObjectStore,
    ]
    return { jobs, batches, reports, ended }
  }
  const all = (site: string) => IDBKeyRange.bound([site, 0], [site, Number.POSITIVE_INFINITY])
  const clear = ({ jobs, batches, reports }: ReturnType<typeof begin>, site: string) => {
    jobs.delete(site)
    batches.delete(all(site))
    reports.delete(all(site))
  }

  return {
    read: async (site) => (await toPromise<ImportJob | undefined>(begin('readonly').jobs.get(site))) ?? null,
    begin: async (job, batches, report) => {
      const stores = begin('readwrite')
      clear(stores, job.site)
      for (const [place, batch] of batches.entries()) stores.batches.put(batch, [job.site, place])
      stores.reports.put(report, [job.site, 0])
      stores.jobs.put(job)
      await stores.ended
    },
    readBatch: async (site, place) => (await toPromise<PreparedBatch | undefined>(begin('readonly').batches.get([site, place]))) ?? null,
    advance: async (job, refused) => {
      const stores = begin('readwrite')
      stores.jobs.put(job)
      stores.batches.delete([job.site, job.next - 1])
      if (refused.length > 0) stores.reports.put(refused, [job.site, job.next])
      await stores.ended
    },
    save: async (job) => {
      const stores = begin('readwrite')
      stores.jobs.put(job)
      await stores.ended
    },
    readReport: async (site) => (await toPromise<ReportedRow[][]>(begin('readonly').reports.getAll(all(site)))).flat(),
    forget: async (site) => {
      const stores = begin('readwrite')
      clear(stores, site)
      await stores.ended
    },
  }
}

function toPromise<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
