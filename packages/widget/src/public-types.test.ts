import type * as protocol from '@pulso/protocol/types'
import { expectTypeOf, test } from 'vitest'
import type { HeadlessPrompt, Kind, Look, PromptWords, Pulso, PulsoCall, Reason } from './index.ts'

/** Optional is optional: with `undefined` allowed or not is this repository's own strictness. */
type Loose<Type> = { [Part in keyof Type]?: Exclude<Type[Part], undefined> }

test('published types say what the wire says', () => {
  expectTypeOf<Kind>().toEqualTypeOf<protocol.Kind>()
  expectTypeOf<Reason>().toEqualTypeOf<protocol.Reason>()
  expectTypeOf<Loose<Look>>().toEqualTypeOf<Loose<protocol.Look>>()
  expectTypeOf<PromptWords>().toEqualTypeOf<protocol.PromptWording>()
  expectTypeOf<Pick<protocol.SitePrompt, 'id' | 'kind' | 'scaleMax'>>().toExtend<HeadlessPrompt['prompt']>()
})

test('events tell what belongs to them', () => {
  const listen = (pulso: Pulso) => [
    pulso.on('shown', ({ touchpoint, score }) => expectTypeOf([touchpoint, score]).toEqualTypeOf<(string | number | undefined)[]>()),
    pulso.on('error', ({ reason }) => expectTypeOf(reason).toEqualTypeOf<Reason>()),
    // @ts-expect-error There is no such event.
    pulso.on('clicked', () => {}),
  ]
  expectTypeOf(listen).returns.toEqualTypeOf<(() => void)[]>()
})

test('a call before the script has loaded is a method with its arguments', () => {
  expectTypeOf<['touchpoint', 'checkout']>().toExtend<PulsoCall>()
  expectTypeOf<['ask', 'nps', { touchpoint: string }]>().toExtend<PulsoCall>()
  expectTypeOf<['ask', 7]>().not.toExtend<PulsoCall>()
  expectTypeOf<['fly']>().not.toExtend<PulsoCall>()
})
