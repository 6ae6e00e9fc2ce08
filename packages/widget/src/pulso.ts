/** What may be set once for the page, and changed at any time with {@link Pulso.configure}. */
export interface PulsoSettings {
  /**
   * Language of the prompts, as a BCP 47 tag such as `es` or `pt-BR`. Without
   * it the page's `<html lang>` decides, then the visitor's browser.
   */
  locale?: string
  /**
   * The visitor's value in the one grouping that the site has declared, such as
   * `premium`. Never use something that tells who the visitor is.
   */
  segment?: string
}

/** Where an asked prompt belongs in the journey. */
export interface AskOptions {
  /** Key of the touchpoint that the answer is counted at. */
  touchpoint: string
}

/** One method of {@link Pulso} as an array: how a page calls it before the script has loaded. */
export type PulsoCall = { [Method in keyof Pulso]: [method: Method, ...args: Parameters<Pulso[Method]>] }[keyof Pulso]

/** Pulso on a page. None of its methods ever throws. */
export interface Pulso {
  /**
   * Tells that the visitor has reached a touchpoint. If the site asks something
   * there, and this visitor was not asked lately, the prompt appears after its
   * delay. Unknown keys do nothing.
   *
   * @example pulso.touchpoint('checkout')
   */
  touchpoint(key: string): void
  /**
   * Asks now: for a feedback button, say. It does not look at how often this
   * visitor was asked, but never puts a second prompt on the screen.
   *
   * @param prompt A prompt's id, or a kind: `nps`, `csat`, `emoji`.
   * @example pulso.ask('nps', { touchpoint: 'checkout' })
   */
  ask(prompt: string, options: AskOptions): void
  /** Changes the language or the segment of what is asked from now on. */
  configure(settings: PulsoSettings): void
  /** Removes everything that Pulso added to the page. Answers already given are still sent. */
  destroy(): void
}

/** Options of `createPulso`. */
export interface PulsoOptions extends PulsoSettings {
  /** The public key of the site, `pk_…`. */
  siteKey: string
  /** Where Pulso runs, such as `https://feedback.example.com`. */
  host: string
}
