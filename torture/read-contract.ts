import { join } from 'node:path'
import { WORKER_FOLDER } from '../commands/workspace.ts'
import type { JsonSchema } from './make-value.ts'
import type { Product } from './product.ts'

/** The contract as far as it is read here. */
interface OpenApi {
  paths: Record<string, Record<string, DocumentedOperation>>
  components: { schemas: Record<string, JsonSchema> }
}
interface DocumentedOperation {
  parameters: { name: string; in: string; required: boolean; schema: JsonSchema }[]
  requestBody?: { content: Record<string, { schema: JsonSchema }> }
}

/** The document that the product gives out, and what holds answers against it. */
export interface Contract {
  document: OpenApi
  /** What an answer says that the document does not, in words. */
  findBreaches(request: { method: string; url: string }, response: Response): Promise<string[]>
}

export async function readContract(product: Product): Promise<Contract> {
  const answer = await fetch(`${product.origin}/openapi.json`)
  if (!answer.ok) throw new Error(`/openapi.json gave ${answer.status}`)
  const module = (await importOfWorker('test/contract.ts')) as { Contract: new (document: unknown) => Contract }
  return new module.Contract(await answer.json())
}

/** A file of the worker's tests, by its address: its types are those of workerd, and these are node's. */
export function importOfWorker(file: string): Promise<unknown> {
  return import(join(WORKER_FOLDER, file))
}
