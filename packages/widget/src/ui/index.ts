export { createCard } from './create-card.ts'
