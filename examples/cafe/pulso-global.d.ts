/** What a page may hand to Pulso before and after its script has loaded. */
type PulsoCall = ['touchpoint', string] | ['ask', string, { touchpoint?: string }?] | ['configure', { segment: string }]

interface Window {
  pulso?: { push(...calls: PulsoCall[]): unknown }
}
