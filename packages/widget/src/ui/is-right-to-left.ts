/** Whether a language is written from the right: Arabic, Persian, Hebrew, Urdu and their neighbours. */
export const isRightToLeft = (locale: string): boolean => /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b|-(Arab|Hebr)\b/.test(locale)
