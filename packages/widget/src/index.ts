export type { Conversation, ConversationState, HeadlessPrompt, PromptWords } from './conversation.ts'
export { createPulso } from './create-pulso.ts'
export type {
  AskOptions,
  Decision,
  Kind,
  Look,
  PromptEvent,
  Pulso,
  PulsoCall,
  PulsoEvents,
  PulsoOptions,
  PulsoSettings,
  Reason,
} from './pulso.ts'
