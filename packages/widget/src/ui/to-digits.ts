/** Languages that write numbers in digits of their own: CLDR 47, default numbering systems other than `latn`. */
const OWN_DIGITS = /^(ar|as|bn|ckb|dz|fa|ks|mr|my|ne|ps|sat?|sd|ur-IN)\b/

/**
 * A number in the visitor's digits. The browser's number formats take tens of
 * milliseconds to load on a slow phone, just before the card would be painted,
 * so languages that write 0 to 9 do without.
 */
export const toDigits = (number: number, locale: string): string => (OWN_DIGITS.test(locale) ? number.toLocaleString(locale) : '' + number)
