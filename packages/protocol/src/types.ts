/** The wire's types without its validator: what a browser bundle may import. */
export type * from './index.ts'
