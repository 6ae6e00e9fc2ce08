export { createAsking } from './create-asking.ts'
