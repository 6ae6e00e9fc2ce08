export type { Conversation, ConversationState, HeadlessPrompt } from './core/parts.ts'
export { createPulso } from './create-pulso.ts'
export type { AskOptions, Decision, PromptEvent, Pulso, PulsoCall, PulsoEvents, PulsoOptions, PulsoSettings } from './pulso.ts'
