import { Contract } from '../apps/worker/test/contract.ts'
import type { Product } from './product.ts'

/** The contract as the product itself gives it out. */
export async function readContract(product: Product): Promise<Contract> {
  const answer = await fetch(`${product.origin}/openapi.json`)
  if (!answer.ok) throw new Error(`/openapi.json gave ${answer.status}`)
  return new Contract((await answer.json()) as Contract['document'])
}
