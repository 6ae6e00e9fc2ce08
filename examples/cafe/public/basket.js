import { COFFEES, SIZES } from './coffees.js'
import { recall, remember } from './visitor-storage.js'

/** @typedef {{ coffee: string, size: string, milk: string | null }} Item */
/** @typedef {{ number: string, cupName: string, placedAt: number, isCollected: boolean, items: Item[] }} PlacedOrder */

/** @returns {Item[]} what is chosen and not yet paid */
export function readBasket() {
  const kept = recall('basket')
  return Array.isArray(kept) ? kept : []
}

/** @param {Item[]} items */
export function keepBasket(items) {
  remember('basket', items)
  document.dispatchEvent(new Event('basketchange'))
}

/**
 * @param {Pick<Item, 'coffee' | 'size'>} item
 * @returns {number} its price in cents
 */
export function toCents(item) {
  const coffee = COFFEES.find(({ key }) => key === item.coffee)
  const size = SIZES.find(({ key }) => key === item.size)
  return (coffee?.cents ?? 0) + (size?.extraCents ?? 0)
}

/** @param {string} cupName */
export function placeOrder(cupName) {
  /** @type {PlacedOrder} */
  const order = {
    number: String(10 + Math.floor(Math.random() * 90)),
    cupName,
    placedAt: Date.now(),
    isCollected: false,
    items: readBasket(),
  }
  remember('order', order)
  keepBasket([])
}

/** @returns {PlacedOrder | null} the order that is being made, or was collected last */
export function readOrder() {
  return /** @type {PlacedOrder | null} */ (recall('order'))
}

/** @param {PlacedOrder} order */
export function keepOrder(order) {
  remember('order', order)
}
